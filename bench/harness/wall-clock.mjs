// Runs in Node and in the browser: one clock for both. Their performance.timeOrigin may lie a second apart, and Date.now()
// is too coarse; so the fine clock is set by the moment at which the coarse one moves on.

const offset = calibrate();

/** Milliseconds since 1970, with fractions. */
export function wallClock() {
  return offset + performance.now();
}

function calibrate() {
  const offsets = Array.from({ length: 5 }, () => {
    const before = Date.now();
    let now = before;
    while (now === before) {
      now = Date.now();
    }
    return now - performance.now();
  });
  return Math.max(...offsets); // an edge seen late gives too little, never too much
}
