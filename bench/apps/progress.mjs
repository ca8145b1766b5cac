// In the browser: follows each event from its sending over the handler and the render to the end of the frame.
// Every document says in requestId when it was sent, in milliseconds since 1970 with fractions.
import { wallClock } from '../harness/wall-clock.mjs';

const painted = new MessageChannel();
const waiting = []; // handled, not in the store yet
const stored = []; // in the store, not rendered yet
const rendered = []; // rendered, not painted yet
let isCounting = false;
let result = emptyResult();

painted.port1.onmessage = () => {
  const now = wallClock();
  for (const sentAt of rendered.splice(0)) {
    result.toFrame.push(now - sentAt);
    result.lastPaintedAt = now;
  }
};
requestAnimationFrame(onFrame);

/** An event reached the host's own code. */
export function handled(sentAt) {
  if (!isCounting) {
    return;
  }
  result.handled++;
  result.toParent.push(wallClock() - sentAt);
  waiting.push(sentAt);
}

/** The store holds all that was handled. */
export function folded() {
  stored.push(...waiting.splice(0));
}

/** The table shows all that the store holds. */
export function shown() {
  rendered.push(...stored.splice(0));
}

/** Counts from now on. */
export function begin() {
  result = emptyResult();
  isCounting = true;
}

/** What was counted; goes on counting. */
export function soFar() {
  return result;
}

function onFrame(time) {
  if (isCounting) {
    result.frames++;
    result.worstGap = Math.max(result.worstGap, time - (result.lastFrame ?? time));
    result.lastFrame = time;
  }
  painted.port2.postMessage(null);
  requestAnimationFrame(onFrame);
}

function emptyResult() {
  return { handled: 0, toParent: [], toFrame: [], frames: 0, worstGap: 0, lastPaintedAt: 0 };
}
