// What every rival's page does with its parent: numbered messages, as in Cisco's page.

/** Keeps what the parent tells, connects on the password, hands out subscriptions. */
export function answerParent({ connect, subscribe, disconnect }) {
  const told = new Map();
  addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') {
      return;
    }
    const bar = data.indexOf('|');
    const type = data.slice(0, bar);
    const body = data.slice(bar + 1);
    told.set(type, body);
    if (type === '7' || type === '8') {
      const verb = type === '7' ? 'subscribe' : 'unsubscribe';
      subscribe({ verb, type, node: body, pubsub: told.get('6') });
    } else if (type === '11') {
      disconnect();
    } else if (type === '2') {
      connect(told);
      told.delete('2');
    }
  });
  post('4|loaded');
}

/** Tells the parent, whoever it is: nothing secret passes here. */
export function post(message) {
  parent.postMessage(message, '*');
}
