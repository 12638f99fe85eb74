import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { circles } from './circles.js';

/**
 * Who may import whom. Data flows one way (docs/architecture.md); what is not listed here is refused.
 * A package lists the outside modules it may use; a room lists the rooms of its own package.
 */
const packages: Record<string, { outside: RegExp[]; rooms: Record<string, string[]> }> = {
  statistics: {
    outside: [/^@stdlib\//, /^simple-statistics$/],
    rooms: {
      '.': [
        'distributions',
        'drift',
        'quality',
        'performance',
        'calibration',
        'fairness',
        'multiplicity',
        'intervals',
        'model',
        'planning',
      ],
      distributions: ['.'],
      intervals: ['.', 'distributions'],
      drift: ['.', 'distributions', 'intervals'],
      quality: ['.', 'distributions', 'intervals'],
      performance: ['.', 'distributions', 'intervals'],
      calibration: ['.', 'distributions', 'intervals', 'performance'],
      model: ['.'],
      fairness: ['.', 'distributions', 'intervals'],
      multiplicity: ['.'],
      planning: ['.', 'distributions'],
    },
  },
  language: {
    outside: [/^langium($|\/)/, /^vscode-languageserver($|\/)/, /^@vigil\/statistics$/, /^@noble\/hashes\//],
    rooms: {
      '.': [
        'protocol',
        'checklists',
        'documents',
        'diff',
        'checks',
        'diagnostics',
        'editor',
        'references',
        'schema',
        'server',
        'grammar',
        'generated',
        'data-files',
        'workspace',
      ],
      grammar: ['generated', 'diagnostics', 'schema'],
      generated: [],
      schema: ['.'],
      diagnostics: [],
      references: ['generated', 'grammar', 'diagnostics', 'data-files', '.'],
      checks: [
        'generated',
        'grammar',
        'diagnostics',
        'schema',
        'references',
        'protocol',
        'data-files',
        'checklists',
      ],
      checklists: ['diagnostics', 'generated', 'protocol', 'schema', '.'],
      editor: [
        'generated',
        'grammar',
        'diagnostics',
        'schema',
        'references',
        'checks',
        'data-files',
        'documents',
        'protocol',
        'checklists',
        '.',
      ],
      protocol: ['generated', 'grammar', 'diagnostics', 'references', 'schema'],
      documents: ['protocol', 'schema', 'checklists'],
      diff: ['diagnostics', 'protocol', 'documents'],
      manual: ['schema'],
      workspace: ['generated', 'grammar', 'references', 'checks'],
      'data-files': [],
      server: [
        '.',
        'editor',
        'checks',
        'checklists',
        'references',
        'data-files',
        'diagnostics',
        'documents',
        'generated',
        'protocol',
        'workspace',
      ],
    },
  },
  runtime: {
    outside: [
      /^@vigil\/(statistics|language|language\/(server|documents))$/,
      /^@duckdb\/node-api$/,
      /^onnxruntime-node$/,
      /^(commander|picocolors|cli-progress|luxon|protobufjs|vega|vega-lite)($|\/)/,
      /^node:/,
    ],
    rooms: {
      '.': ['engine', 'plan', 'measure', 'judge', 'report', 'models', 'cli'],
      engine: [],
      plan: ['engine'],
      models: ['engine'],
      measure: ['engine', 'plan', 'models'],
      judge: ['measure', 'plan', 'report', 'engine'],
      report: ['engine', 'measure'],
      charts: ['report', 'measure'],
      findings: ['report', '.'],
      init: ['.', 'engine', 'plan', 'report', 'models'],
      cli: ['.', 'engine', 'plan', 'measure', 'judge', 'report', 'models', 'charts', 'findings', 'init'],
    },
  },
  extension: {
    outside: [
      /^@vigil\/language(\/(server|views|documents))?$/,
      /^@vigil\/runtime(\/(charts|series|values|verdicts))?$/,
      /^vscode(-languageclient(\/(node|browser))?)?$/,
      /^(vega|vega-lite|vega-interpreter)$/,
      // The example's generator, by the bundler.
      /^sample-data$/,
      /^node:/,
    ],
    rooms: {
      '.': ['client', 'commands', 'log', 'results', 'runtime', 'tasks', 'tools', 'views', 'webviews'],
      client: ['.'],
      commands: ['client', 'runtime', 'webviews'],
      log: [],
      results: [],
      runtime: ['results'],
      node: ['.', 'runtime'],
      web: ['.'],
      tasks: ['runtime'],
      tools: ['client', 'results'],
      views: ['client', 'results', 'runtime'],
      webviews: ['client', 'results', 'runtime'],
      // Pages run in a browser frame: they know the messages and nothing else of the extension.
      pages: ['webviews'],
    },
  },
};
/** node: modules make a file unfit for a browser worker; the language package names the files that may use them. */
const nodeFilesOfLanguage = [
  /^server\/(node|(library|documentation)-folder)\.ts$/,
  /^references\/(load-spec|text-file-system)\.ts$/,
  /^data-files\/node-(bytes|declared-data|matching-files)\.ts$/,
];

const root = resolve(import.meta.dirname, '../..');
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
const room = (path: string) => (path.includes(sep) ? path.split(sep)[0]! : '.');

for (const [name, rule] of Object.entries(packages)) {
  it(`${name}: imports stay inside the house rules`, () => {
    const src = join(root, 'packages', name, 'src');
    const offences: string[] = [];
    for (const file of sources(src)) {
      const local = relative(src, file);
      const home = room(local);
      if (!(home in rule.rooms)) offences.push(`${name}/${local}: room '${home}' is not listed`);
      for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
        if (fileName.startsWith('.')) {
          const target = relative(src, resolve(dirname(file), fileName));
          if (target.startsWith('..'))
            offences.push(`${name}/${local}: leaves the package with '${fileName}'`);
          else if (room(target) !== home && !rule.rooms[home]?.includes(room(target)))
            offences.push(`${name}/${local}: '${home}' may not import '${room(target)}' (${fileName})`);
        } else if (name === 'language' && fileName.startsWith('node:')) {
          if (!nodeFilesOfLanguage.some((allowed) => allowed.test(local.split(sep).join('/'))))
            offences.push(`${name}/${local}: '${fileName}' does not exist in a browser worker`);
        } else if (!rule.outside.some((allowed) => allowed.test(fileName)))
          offences.push(`${name}/${local}: may not import '${fileName}'`);
      }
    }
    expect(offences).toEqual([]);
  });

  // The files beside the rooms compose them, and lend their types to the rooms.
  it(`${name}: data flows one way`, () => {
    const rooms = Object.entries(rule.rooms).map(
      ([home, others]) => [home, others.filter((other) => home !== '.' && other !== '.')] as const,
    );
    expect(circles(new Map(rooms))).toEqual([]);
  });

  it(`${name}: no file needs itself to be loaded`, () => {
    const src = join(root, 'packages', name, 'src');
    const files = sources(src).map((file) => [file, loadedBy(file)] as const);
    expect(circles(new Map(files)).map((circle) => circle.map((file) => relative(src, file)))).toEqual([]);
  });
}

/** Files of the same package that are loaded with this one; what is imported as a type only is not. */
function loadedBy(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier) || isTypeOnly(statement))
      return [];
    const { text } = moduleSpecifier;
    return text.startsWith('.') ? [resolve(dirname(file), text.replace(/\.js$/, '.ts'))] : [];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
  if (clause?.isTypeOnly) return true;
  const names = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  return (
    names !== undefined &&
    (ts.isNamedImports(names) || ts.isNamedExports(names)) &&
    names.elements.every((element) => element.isTypeOnly)
  );
}
