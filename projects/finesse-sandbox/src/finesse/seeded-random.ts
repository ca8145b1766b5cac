/** Random numbers that are the same for the same seed. For simulation only, never for secrets. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1); mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let bits = this.state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of these, or `undefined` when there is none. */
  pick<T>(from: readonly T[]): T | undefined {
    return from[this.below(from.length)];
  }

  /** A waiting time around `mean`, as independent arrivals have it; never above five times the mean. */
  wait(mean: number): number {
    return Math.min(5 * mean, -mean * Math.log(1 - this.next()));
  }

  /** A duration between half and one and a half of `mean`. */
  about(mean: number): number {
    return mean * (0.5 + this.next());
  }
}
