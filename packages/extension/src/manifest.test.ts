import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const texts: Record<string, string> = JSON.parse(read('package.nls.json'));
const { contributes } = manifest;
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);

/** Every text below a value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Commands registered by the sources: the list of names, as written. */
function registered(): string[] {
  const source = read('src/commands/commands.ts');
  const list = /commandNames = \[([\s\S]*?)\]/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name!);
}

describe('the manifest', () => {
  it('names files that exist, but for what is built', () => {
    const paths = strings(contributes).filter((text) =>
      /^\.?\/?(icons|media|snippets|syntaxes|language-conf)/.test(text),
    );
    const built = ['./syntaxes/vigil.tmLanguage.json', './snippets/vigil.json'];
    const missing = paths.filter((path) => !built.includes(path) && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
    expect(existsSync(join(root, manifest.icon))).toBe(true);
  });

  it('contributes the commands that are registered, and no other', () => {
    expect([...commands].sort()).toEqual(registered().sort());
  });

  it('refers to contributed commands and views only', () => {
    const own = [contributes.menus, contributes.keybindings].flatMap(
      (part) => JSON.stringify(part).match(/"command":"[^"]+"/g) ?? [],
    );
    const events = strings(contributes.walkthroughs).filter((text) => text.startsWith('onCommand:'));
    const named = [
      ...own.map((text) => text.slice('"command":"'.length, -1)),
      ...events.map((text) => text.slice('onCommand:'.length)),
    ];
    expect(named.length).toBeGreaterThan(10);
    const views = Object.values(contributes.views).flat() as { readonly id: string }[];
    for (const { view } of contributes.viewsWelcome) expect(views.map(({ id }) => id)).toContain(view);
    const welcome = Object.values(texts).flatMap((text) =>
      [...text.matchAll(/\(command:(vigil\.[a-zA-Z]+)\)/g)].map(([, name]) => name!),
    );
    expect([...named, ...welcome].filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('has a text for every key, and a key for every text', () => {
    const used = strings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  it('its problem matcher reads what the command line prints', () => {
    const [{ regexp, ...groups }] = contributes.problemPatterns;
    const pattern = new RegExp(regexp);
    const read = (line: string) => {
      const found = pattern.exec(line);
      return (
        found &&
        [groups.file, groups.line, groups.column, groups.severity, groups.code].map((at) => found[at])
      );
    };
    expect(read("a b/spec.vigil:12:9: error VGL0012: unknown metric 'auroq'")).toEqual([
      'a b/spec.vigil',
      '12',
      '9',
      'error',
      'VGL0012',
    ]);
    // VS Code knows the severity by the word 'info'.
    expect(read('spec.vigil:1:1: information VGL0617: nobody looks')?.[3]).toBe('info');
    expect(read('  12 |   check auroq')).toBeNull();
  });

  it('has a mac form of every key binding', () => {
    for (const { key, mac } of contributes.keybindings) {
      expect(mac).toBe(key.replaceAll('ctrl', 'cmd'));
    }
  });

  it('has the four themes for every colour', () => {
    for (const { defaults } of contributes.colors)
      expect(Object.keys(defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
  });

  it('names each setting that the sources read, and no other', () => {
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.keys(properties),
    );
    const read = sources(join(root, 'src')).flatMap((text) =>
      [...text.matchAll(/getConfiguration\('([\w.]+)'[^)]*\)\s*\.get\('(\w+)'/g)].map(
        ([, section, name]) => `${section}.${name}`,
      ),
    );
    // The language client reads its own setting of the trace.
    expect([...new Set([...read, 'vigil.trace.server'])].sort()).toEqual([...settings].sort());
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')
        ? [readFileSync(join(folder, entry.name), 'utf8')]
        : [],
  );
}
