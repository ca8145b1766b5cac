import { SeededRandom } from './seeded-random';

const FIRST_NAMES = (
  'Pippa Wilbur Odette Barnaby Zelda Quentin Marigold Ambrose Tilda Fergus Ottilie Rufus Cosima Alaric Hyacinth ' +
  'Leopold Saffron Ignatius Petronella Balthazar Juniper Cornelius Philippa Thaddeus Clementine Mortimer Araminta ' +
  'Casper Delphine Horatio Isolde Jasper Lavinia Montague Nerissa Octavian Persephone Roderick Seraphina Tarquin'
).split(' ');
const LAST_NAMES = (
  'Acorn Bramblewick Copperkettle Dandelion Elderflower Fiddlewood Gooseberry Hollowell Inkpot Juniperberry ' +
  'Kettlebridge Larkspur Marmalade Nettlefold Oatcake Picklethorn Quillfeather Rosewater Snapdragon Thistledown ' +
  'Umbrellastand Vinegarden Wobblestone Yarrowby Zephyrine Applegate-Moon Buttonhook Candlewax Dumplingham Featherby ' +
  'Gingersnap Hazelnook Jampot Lanternfish Moonbeam Noodleman Owlsworth Puddlebrook Teacosy Windowsill'
).split(' ');
const TEAM_NAMES = ['Harbour', 'Meadow', 'Lighthouse', 'Orchard', 'Windmill', 'Lagoon', 'Pinewood'];
const QUEUE_NAMES = [
  'Teapot Orders',
  'Umbrella Repairs',
  'Balloon Rides',
  'Kite Support',
  'Lost & Found',
].concat([
  'Biscuit Billing',
  'Snow Globe Returns',
  'Cloud Watching',
  'Puzzle Pieces',
  'Moon Shuttle',
]);

/** A person nobody could mistake for a real one. */
export interface FictionalPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly loginName: string;
}

/** Names for the demo: the same for the same seed, login names always unique. */
export class FictionalNames {
  private readonly random: SeededRandom;
  private readonly taken = new Map<string, number>();

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
  }

  person(): FictionalPerson {
    const firstName = this.random.pick(FIRST_NAMES) ?? '';
    const lastName = this.random.pick(LAST_NAMES) ?? '';
    const plain = `${firstName.charAt(0)}${lastName}`.toLowerCase().replace(/[^a-z]/g, '');
    const before = this.taken.get(plain) ?? 0;
    this.taken.set(plain, before + 1);
    return { firstName, lastName, loginName: before === 0 ? plain : `${plain}${before + 1}` };
  }

  team(index: number): string {
    return `${numbered(TEAM_NAMES, index)} Desk`;
  }

  queue(index: number): string {
    return numbered(QUEUE_NAMES, index);
  }
}

function numbered(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length);
  const name = names[index % names.length] ?? '';
  return round === 0 ? name : `${name} ${round + 1}`;
}
