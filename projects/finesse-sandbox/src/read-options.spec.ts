import { OptionError } from './command-line';
import { readOptions } from './read-options';
import { DEFAULT_OPTIONS, type SandboxOptions } from './sandbox-options';

const SERVICE = ['--notification-service', 'xmpp://u:secret@h/d.test'];

describe('readOptions', () => {
  it('takes the defaults when nothing is said', () => {
    expect(run()).toEqual(DEFAULT_OPTIONS);
  });

  it('reads what is said', () => {
    const options = run(
      ...['--api-port', '0', '--notification-port=9001', '--two-nodes', '--agents', '5000'],
      ...[
        '--rate',
        '0.5',
        '--seed',
        '7',
        '--no-simulation',
        '--control',
        '--quirks',
        'silent-refusal',
      ],
      ...['--allow-origin', 'https://portal.example.test/', '--allow-origin', 'loopback'],
    );

    expect(options.portsA).toEqual({ ...DEFAULT_OPTIONS.portsA, api: 0, notification: 9001 });
    expect(options.twoNodes).toBeTrue();
    expect(options.agents).toBe(5000);
    expect(options.rate).toBe(0.5);
    expect(options.seed).toBe(7);
    expect(options.simulation).toBeFalse();
    expect(options.control).toBeTrue();
    expect(options.quirks).toEqual(['silent-refusal']);
    expect(options.allowOrigins).toEqual(['https://portal.example.test', 'loopback']);
  });

  it('derives the domain of node B from that of node A', () => {
    expect(run('--xmpp-domain', 'finesse-a.harbour.test').xmppDomainB).toBe(
      'finesse-b.harbour.test',
    );
    expect(run('--xmpp-domain', 'Harbour.test').xmppDomainB).toBe('b.harbour.test');
  });

  for (const { args, names } of [
    { args: ['--nonsense'], names: '--nonsense' },
    { args: ['stray'], names: 'stray' },
    { args: ['--api-port'], names: '--api-port' },
    {
      args: ['--api-port', '70000'],
      names: '--api-port 70000: give a whole number from 0 to 65535',
    },
    { args: ['--api-port', '8o82'], names: '--api-port 8o82' },
    { args: ['--rate', '-1'], names: '--rate' },
    { args: ['--speed', '0'], names: '--speed 0' },
    { args: ['--agents', '0'], names: '--agents 0' },
    {
      args: ['--static', '/no/such/dir'],
      names: '--static /no/such/dir: there is no such directory',
    },
    { args: ['--tunnel-dir', ''], names: '--tunnel-dir: the value is empty' },
    {
      args: ['--allow-origin', 'portal.example.test'],
      names: '--allow-origin portal.example.test',
    },
    { args: ['--allow-origin', 'https://a.example.test/path'], names: '--allow-origin' },
    { args: ['--allow-origin', '*'], names: '--allow-origin *' },
    { args: ['--quirks', 'gremlins'], names: '--quirks gremlins: there is no such quirk' },
    { args: ['--strict', '--quirks', 'silent-refusal'], names: '--strict and --quirks' },
    { args: ['--xmpp-domain', 'a b'], names: '--xmpp-domain a b' },
    {
      args: ['--host', '0.0.0.0'],
      names: '--host 0.0.0.0: this is not a loopback address; add --expose',
    },
    { args: ['--host', '0.0.0.0', '--expose', '--control'], names: 'add --control-token' },
    { args: ['--cert', '/etc/hostname'], names: '--cert and --key: give both' },
    {
      args: ['--scenario', '/no/such/file'],
      names: '--scenario /no/such/file: there is no such file',
    },
    { args: ['--deployment', 'cloud'], names: '--deployment cloud: give uccx or ucce' },
    {
      args: ['--notification-service', 'http://u:secret@h/d'],
      names: '--notification-service: give xmpp://user:password@host:port/domain',
    },
    {
      args: [...SERVICE, '--notification-service', 'xmpp://u:secret@h/other.test'],
      names: '--notification-service: the servers of one node serve one domain',
    },
    { args: [...SERVICE, '--two-nodes'], names: '--two-nodes: give both nodes a server' },
    {
      args: ['--notification-service-b', 'xmpp://u:secret@h/d'],
      names: '--notification-service-b: add --two-nodes',
    },
    { args: ['--notification-http', 'http://h'], names: 'add --notification-service' },
    {
      args: [...SERVICE, '--notification-accounts', 'banana'],
      names: '--notification-accounts banana: give an address',
    },
    { args: [...SERVICE, '--xmpp-domain', 'e.test'], names: '--notification-service names d.test' },
  ]) {
    it(`refuses ${args.join(' ')} in one line that says what to do`, () => {
      const message = refusal(args);

      expect(message).toContain(names);
      expect(message).not.toContain('\n');
      expect(message).not.toContain('secret');
      expect(message).not.toContain('secret');
    });
  }
});

function run(...args: string[]): SandboxOptions {
  const command = readOptions(args);
  if (command.kind !== 'run') {
    throw new Error(command.kind);
  }
  return command.options;
}

function refusal(args: string[]): string {
  try {
    readOptions(args);
    return 'accepted';
  } catch (error) {
    return error instanceof OptionError ? error.message : `no OptionError: ${String(error)}`;
  }
}
