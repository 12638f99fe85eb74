import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The notices of the packages whose code is in a bundle, as their licences ask for: by name, and each text once for
 * all packages that carry it. The same bundles give the same text.
 *
 * @param metafiles esbuild's, of all bundles
 * @param from folder the paths in the metafiles start at
 */
export function noticesOf(metafiles, from = process.cwd()) {
  const folders = new Set(
    metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageFolder(path) ?? []) : [])),
  );
  const byText = new Map();
  for (const folder of [...folders].map((path) => resolve(from, path))) {
    const { name, version, license, homepage } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const text = licenceText(folder) ?? `${license}${homepage === undefined ? '' : `, see ${homepage}`}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const sections = [...byText].map(
    ([text, names]) => `${[...new Set(names)].sort().join('\n')}\n\n${text}\n`,
  );
  const head = 'Vigil contains code of these packages, under these licences.\n';
  return [head, ...sections.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package a file is part of; undefined for our own files. */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0];
}

/** What a package says about its licence, in full; undefined where it says nothing. */
function licenceText(folder) {
  const files = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying|notice|third-?party)/i.test(name),
  );
  const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'));
  return texts.length === 0 ? undefined : texts.map((text) => text.trim()).join('\n\n');
}
