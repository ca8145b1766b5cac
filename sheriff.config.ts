import { sameTag, type SheriffConfig } from '@softarc/sheriff-core';

const inSpec = ({ fromFilePath }: { fromFilePath: string }): boolean =>
  /\.spec\.ts$|\/testing\//.test(fromFilePath);

/** Who may import whom: features of the dashboard use the library, never each other; layers of the library look down. */
export const config: SheriffConfig = {
  enableBarrelLess: true,
  autoTagging: false,
  modules: {
    'src/app/display': 'ground:display',
    'src/app/session': 'ground:session',
    'src/app/language': 'ground:language',
    'src/app/settings': 'ground:settings',
    'src/app/config': 'ground:config',
    'src/app/history': 'ground:history',
    'src/app/ledger': 'ground:ledger',
    'src/app/<feature>': 'feature:<feature>',
    'projects/finesse-tunnel/protocol/src': 'layer:protocol',
    'projects/finesse-tunnel/rest/src': 'layer:rest',
    'projects/finesse-tunnel/testing/src': 'layer:testing',
    'projects/finesse-tunnel/ui/src': 'layer:ui',
    'projects/finesse-tunnel/xml/src': 'layer:xml',
    'projects/finesse-tunnel/src': 'layer:api',
    'projects/finesse-tunnel/src/lib/model': 'layer:model',
    'projects/finesse-tunnel/src/lib/notification': 'layer:notification',
    'projects/finesse-tunnel/src/lib/transport': 'layer:transport',
    'projects/finesse-tunnel/src/lib/state': 'layer:state',
  },
  depRules: {
    root: ['layer:*', 'ground:*', 'feature:*'],
    'feature:*': ['layer:api', 'layer:rest', 'layer:protocol', 'ground:*', sameTag, inSpec],
    // What every feature of the dashboard stands on: how facts are shown, and who is signed in.
    'ground:session': ['ground:config', 'layer:api', 'layer:protocol', 'ground:display', inSpec],
    'ground:history': ['layer:api', 'layer:protocol', 'ground:session', 'ground:display', inSpec],
    'ground:ledger': ['layer:api', 'ground:display', inSpec],
    'ground:display': ['layer:api', 'layer:protocol', inSpec],
    'ground:settings': [
      'ground:config',
      'ground:display',
      'ground:language',
      'ground:session',
      inSpec,
    ],
    'ground:config': ['ground:language', inSpec],
    'ground:language': inSpec,
    'layer:rest': ['layer:api', 'layer:protocol', inSpec],
    'layer:api': [
      'layer:state',
      'layer:transport',
      'layer:notification',
      'layer:model',
      'layer:protocol',
      inSpec,
    ],
    'layer:state': [
      'layer:notification',
      'layer:transport',
      'layer:model',
      'layer:protocol',
      inSpec,
    ],
    'layer:transport': ['layer:model', 'layer:protocol', inSpec],
    'layer:notification': ['layer:model', 'layer:protocol', 'layer:xml', inSpec],
    'layer:model': ['layer:protocol', inSpec],
    'layer:testing': ['layer:api', 'layer:protocol', inSpec],
    'layer:ui': ['layer:api', inSpec],
    'layer:protocol': inSpec,
    'layer:xml': inSpec,
  },
};
