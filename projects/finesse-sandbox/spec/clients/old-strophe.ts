import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

import { DOMImplementation, DOMParser } from '@xmldom/xmldom';
import { WebSocket } from 'ws';

import { FetchRequest } from './fetch-request';
import type { StropheLibrary } from './strophe-client';

/**
 * strophe.js 1.2.16, which Cisco's pages and samples of 12.x bring along. It knows browsers only, so it runs, unchanged,
 * in a world that has as much of one as it asks for.
 */
export function loadOldStrophe(): StropheLibrary {
  const path = createRequire(import.meta.url).resolve('strophe-1');
  const document = new DOMImplementation().createDocument(null, 'page');
  const world = {
    ...{ DOMParser, WebSocket, XMLHttpRequest: FetchRequest },
    ...{ atob, btoa, clearTimeout, setTimeout },
    document: Object.assign(document, {
      implementation: new DOMImplementation(),
      body: document.documentElement,
    }),
    navigator: { userAgent: '' },
    sessionStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  };
  vm.runInNewContext(readFileSync(path, 'utf8'), Object.assign(world, { window: world }));
  if (!isStrophe(world)) {
    throw new Error('strophe.js 1.2.16 did not leave its globals behind.');
  }
  return world;
}

/** Both ages name the same things alike; the specs find out where they do not. */
function isStrophe(world: object): world is StropheLibrary {
  return ['Strophe', '$iq', '$pres'].every((name) => name in world);
}
