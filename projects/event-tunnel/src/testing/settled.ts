/** Resolves once `condition` holds; promises and microtasks of the unit get their turn in between. Fails after many turns. */
export async function settled(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    if (condition()) {
      return;
    }
    await nextTurn();
  }
  throw new Error(`never came true: ${String(condition)}`);
}

/** Lets everything run that is ready to: microtasks, then one round of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
