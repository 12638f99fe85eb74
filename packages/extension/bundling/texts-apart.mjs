import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * On a machine, the large generated texts (the checklists, and which item each concept serves) are files beside the
 * bundle, each read when it is asked for: a spec that complies with three of 26 checklists reads three. A worker is one
 * file, and carries them.
 *
 * @param folder where the bundle is written
 */
export function textsApart(folder) {
  return {
    name: 'texts-apart',
    setup(api) {
      api.onLoad({ filter: /[\\/]generated[\\/](?:packs|served-items)\.ts$/ }, async ({ path }) => {
        const [[name, texts], ...others] = Object.entries(await exportsOf(path));
        if (others.length > 0) throw new Error(`${path} exports more than its texts`);
        const part = basename(path, '.ts');
        mkdirSync(join(folder, 'texts', part), { recursive: true });
        for (const [key, text] of Object.entries(texts))
          writeFileSync(join(folder, 'texts', part, `${key}.json`), text);
        return { contents: moduleText(name, part, Object.keys(texts)), loader: 'js' };
      });
    },
  };
}

async function exportsOf(path) {
  const { outputFiles } = await build({ entryPoints: [path], format: 'esm', write: false });
  return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The same export, whose members are read from their files. */
function moduleText(name, part, keys) {
  return [
    "import { readFileSync } from 'node:fs';",
    `const read = (key) => readFileSync(new URL(\`./texts/${part}/\${key}.json\`, import.meta.url), 'utf8');`,
    `export const ${name} = {`,
    ...keys.map((key) => `  get ${key}() { return read('${key}'); },`),
    '};',
  ].join('\n');
}
