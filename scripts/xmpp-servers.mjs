// Finds the XMPP servers and clients of the interop suite, or installs Debian's packages when that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['prosody', 'ejabberd', 'python3-slixmpp'];
const SERVICES = ['prosody', 'ejabberd'];

/**
 * The programs beside the sandbox, each with its version; one without a version cannot be had here.
 * Nothing is left running: the suite starts them itself, on ports and in folders of its own.
 */
export function findOrInstallXmppServers() {
  const missing = PACKAGES.filter((name) => version(name) === undefined);
  if (missing.length > 0 && mayInstall()) {
    install(missing);
  }
  return PACKAGES.map((name) => ({ name, version: version(name) }));
}

/** The version of an installed Debian package. */
function version(name) {
  const { status, stdout } = spawnSync('dpkg-query', [
    '-W',
    '-f',
    '${db:Status-Status} ${Version}',
    name,
  ]);
  const [state, found] = status === 0 ? String(stdout).split(' ') : [];
  return state === 'installed' ? found : undefined;
}

/** Whether Debian's packages can be installed here: then one that is missing after that is a failure. */
export function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(names) {
  console.log(`Installing Debian's ${names.join(' and ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  // The packages start a service of their own where systemd runs; the suite has no use for it.
  if (existsSync('/run/systemd/system')) {
    const services = names.filter((name) => SERVICES.includes(name));
    spawnSync('systemctl', ['disable', '--now', ...services], { stdio: 'ignore' });
  }
}
