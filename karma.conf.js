// The one browser that runs the unit tests of library, dashboard and tunnel page.
// CHROME_BIN is found or installed by scripts/browser.mjs before karma starts.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export default function configure(config) {
  config.set({
    frameworks: ['jasmine'],
    plugins: [
      require('karma-jasmine'),
      require('karma-chrome-launcher'),
      require('karma-coverage'),
    ],
    browsers: ['Headless'],
    customLaunchers: {
      Headless: {
        base: 'ChromeHeadless',
        flags: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    },
    hostname: '127.0.0.1',
    listenAddress: '127.0.0.1',
    // A busy machine may keep the browser waiting; a test that hangs is still ended by jasmine's own limit.
    captureTimeout: 180_000,
    browserNoActivityTimeout: 180_000,
    browserDisconnectTimeout: 30_000,
    pingTimeout: 60_000,
    reporters: ['progress'],
    client: { jasmine: { random: true, forbidDuplicateNames: false } },
    restartOnFileChange: false,
  });
}
