import path from 'node:path';
import type { Compilation } from '@vigil/language';
import { type Command, Option } from 'commander';
import { drawChart } from '../charts/draw-chart.js';
import { renderHtml } from '../charts/report-html.js';
import { createDuckDbEngine } from '../engine/index.js';
import { githubCommands } from '../findings/github.js';
import { junit } from '../findings/junit.js';
import { runFindings, runSuites } from '../findings/run-findings.js';
import { sarif } from '../findings/sarif.js';
import { checkArtifacts } from '../models/check-artifacts.js';
import { createRescorer } from '../models/rescore.js';
import { exitCode } from '../report/exit-code.js';
import { renderJson } from '../report/json.js';
import { renderMarkdown } from '../report/markdown.js';
import type { Report } from '../report/report.js';
import { renderText } from '../report/text.js';
import { runProtocol } from '../run.js';
import { withArtifactProblems } from './artifact-problems.js';
import type { Context } from './context.js';
import { checkMonitors, dataOverrides } from './data-option.js';
import { EXIT } from './exit-code.js';
import { compileValid, type ValidSpec } from './load.js';
import { chooseFormat, example, instant, repeated } from './options.js';
import { makeFolder, writeInto } from './output-folder.js';
import { showProgress } from './progress.js';
import { fromHere } from './spec-diagnostics.js';

const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif', 'junit', 'github'] as const;
interface RunOptions {
  readonly format: (typeof FORMATS)[number];
  /** Epoch microseconds. */
  readonly asOf?: number;
  readonly data?: readonly string[];
  readonly out?: string;
  readonly strict?: true;
  readonly figures?: true;
  readonly monitor?: readonly string[];
}

/** `vigil run FILE`: measures the logs, judges by the spec's limits, reports. */
export function runCommand(program: Command, context: Context): void {
  program
    .command('run')
    .summary('judge logged data by a spec')
    .description(
      'Measures what the spec checks in the logs, judges it by the limits, and reports every window.',
    )
    .argument('<file>', 'spec file (.vigil)')
    .addOption(chooseFormat(FORMATS))
    .addOption(
      new Option(
        '--as-of <time>',
        'look only at what was known then (default: the last time in the logs)',
      ).argParser(instant),
    )
    .addOption(
      new Option(
        '--data <name=path>',
        'read a log, its NAME.outcomes or a dataset from elsewhere; repeatable',
      ).argParser(repeated),
    )
    .option(
      '--out <dir>',
      'also write the report in all forms (report.json, report.md, report.html, report.txt, report.sarif, report.junit.xml) into this folder',
    )
    .option('--strict', 'treat insufficient data as a failure')
    .option(
      '--figures',
      'add to JSON the aggregates that charts are drawn from; counts below 11 are left out',
    )
    .addOption(new Option('--monitor <name>', 'run only this monitor; repeatable').argParser(repeated))
    .addHelpText(
      'after',
      example(
        'vigil run readmission.vigil --as-of 2024-06-30 --data Discharges=june.parquet --out report',
        'Exit code: 0 all pass or warn, 1 a limit failed or the spec has errors, 2 wrong use,\n3 data, model or engine error, 4 insufficient data only (--strict: 1).',
      ),
    )
    .action(async (file: string, options: RunOptions) => {
      const { terminal } = context;
      const spec = await compileValid(file, terminal);
      if (spec === null) return context.finish(EXIT.fail);
      if (options.out !== undefined) await makeFolder(options.out);
      const report = await measure(spec, options, context);
      if (context.stopped.aborted) return;
      const strict = options.strict === true;
      const located = {
        strict,
        entry: fromHere(file),
        file: (name: string) => fromHere(path.join(spec.folder, name)),
      };
      const forms = {
        json: () => renderJson(options.figures === true ? report : withoutFigures(report)),
        markdown: () => renderMarkdown(report, { strict }),
        html: () => renderHtml(report, drawChart, { strict }),
        sarif: () => sarif(runFindings(report, located)),
        junit: () => junit(runSuites(report, located)),
        github: () => githubCommands(runFindings(report, located)),
      };
      if (options.out !== undefined) {
        const files = {
          'report.json': forms.json(),
          'report.md': forms.markdown(),
          'report.html': await forms.html(),
          'report.txt': renderText(report, { strict }),
          'report.sarif': forms.sarif(),
          'report.junit.xml': forms.junit(),
        };
        await writeInto(options.out, files, terminal);
      }
      context.finish(exitCode(report, { strict }));
      const { width } = terminal;
      const colour = terminal.outColours.isColorSupported;
      terminal.out(
        options.format === 'text'
          ? renderText(report, { strict, colour, width })
          : await forms[options.format](),
      );
    });
}

async function measure(spec: ValidSpec, options: RunOptions, context: Context): Promise<Report> {
  const { compilation, folder } = spec;
  const data = dataOverrides(options.data ?? [], compilation.protocol);
  const chosen = onlyMonitors(compilation, options.monitor);
  const engine = createDuckDbEngine();
  const rescorer = createRescorer(engine, folder);
  const progress = showProgress(context.terminal);
  context.open.add(engine).add(rescorer);
  try {
    const artifacts = await checkArtifacts(compilation.protocol, folder);
    const report = await runProtocol({
      compilation: chosen,
      engine,
      rescore: rescorer.rescore,
      baseDirectory: folder,
      data,
      asOf: options.asOf ?? null,
      toolVersion: context.version,
      figures: options.figures === true || options.format === 'html' || options.out !== undefined,
      progress: progress.report,
    });
    return withArtifactProblems(report, artifacts, compilation);
  } finally {
    progress.stop();
    await rescorer.close();
    await engine.close();
    context.open.clear();
  }
}

/**
 * The spec with the other monitors emptied, not removed: they keep their places, so that every location
 * still points to the right line, and the report cites the id of the whole protocol.
 */
function onlyMonitors(compilation: Compilation, names: readonly string[] | undefined): Compilation {
  if (names === undefined) return compilation;
  const { protocol } = compilation;
  checkMonitors(names, protocol);
  const monitors = protocol.monitors.map((monitor) =>
    names.includes(monitor.name) ? monitor : { ...monitor, checks: [], charts: [], reactions: [] },
  );
  return { ...compilation, protocol: { ...protocol, monitors } };
}

/** Charts were drawn from them; machines get them when they ask. */
function withoutFigures(report: Report): Report {
  return { ...report, results: report.results.map(({ figure: _, ...result }) => result) };
}
