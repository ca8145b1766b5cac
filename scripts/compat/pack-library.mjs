import { at, run } from '../workspace.mjs';

/** Packs the built library into a folder, as npm would publish it. Gives the path of the tarball. */
export async function packLibrary(folder) {
  const pack = ['npm', 'pack', at('dist/finesse-tunnel'), '--pack-destination', folder, '--json'];
  const { code, output } = await run(pack, { show: false });
  const name = /"filename":\s*"([^"]+)"/.exec(output)?.[1];
  if (code !== 0 || name === undefined) {
    throw new Error('npm pack failed; is the library built? Run npm run build -- finesse-tunnel.');
  }
  return `${folder}/${name}`;
}
