import type { CheckOutline, ModelOutline, MonitorOutline } from '@vigil/language/views';
import type { ReportResult, Verdict } from '@vigil/runtime';
import {
  type Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Results, RunState } from '../results/results.js';
import { measured, ranAt } from '../results/said.js';
import { reservation, standingOf, standingWords } from '../results/standing.js';
import type { Declared, IndexedSpec, SpecIndex } from './spec-index.js';

/** A line of the tree. */
export type SpecNode = { readonly spec: Uri } & (
  | { readonly kind: 'spec'; readonly indexed: IndexedSpec }
  | { readonly kind: 'model'; readonly model: Declared<ModelOutline> }
  | { readonly kind: 'monitor'; readonly monitor: Declared<MonitorOutline> }
  | { readonly kind: 'check'; readonly monitor: Declared<MonitorOutline>; readonly check: CheckOutline }
);

/** Specs, their models and monitors, each with what the last run said of it. */
export function showSpecTree(index: SpecIndex, results: Results): Disposable[] {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<SpecNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => childrenOf(node, index),
    getTreeItem: (node) => treeItem(node, results),
  };
  return [
    changed,
    window.createTreeView('vigil.specs', { treeDataProvider: provider, showCollapseAll: true }),
    index.onDidChange(() => changed.fire()),
    results.onDidChange(() => changed.fire()),
  ];
}

function childrenOf(node: SpecNode | undefined, index: SpecIndex): SpecNode[] {
  if (node === undefined) return index.specs.map((indexed) => ({ kind: 'spec', spec: indexed.uri, indexed }));
  const { spec } = node;
  if (node.kind === 'spec')
    return [
      ...node.indexed.models.map((model): SpecNode => ({ kind: 'model', spec, model })),
      ...node.indexed.monitors.map((monitor): SpecNode => ({ kind: 'monitor', spec, monitor })),
    ];
  if (node.kind === 'monitor')
    return node.monitor.checks.map((check) => ({ kind: 'check', spec, monitor: node.monitor, check }));
  return [];
}

function treeItem(node: SpecNode, results: Results): TreeItem {
  const state = results.get(node.spec);
  const found = state?.kind === 'done' ? state.report.results : [];
  switch (node.kind) {
    case 'spec': {
      const title = node.indexed.outline.product?.title ?? node.indexed.outline.product?.name;
      const item = new TreeItem(workspace.asRelativePath(node.spec), TreeItemCollapsibleState.Expanded);
      item.contextValue = 'spec';
      return decorated(item, title ?? '', state, found, node.spec, 0);
    }
    case 'model': {
      const item = new TreeItem(node.model.title ?? node.model.name);
      item.description = node.model.version === null ? '' : `version ${node.model.version}`;
      item.iconPath = new ThemeIcon('symbol-class');
      item.command = opening(node.model.file, node.model.range.start.line);
      return item;
    }
    case 'monitor': {
      const { name, checks, range, file } = node.monitor;
      const folded = checks.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
      const item = new TreeItem(name, folded);
      const own = found.filter(({ monitor }) => monitor === name);
      return decorated(item, '', state, own, file, range.start.line);
    }
    case 'check': {
      const item = new TreeItem(node.check.text);
      const own = found.filter(
        ({ monitor, check }) => monitor === node.monitor.name && check === node.check.index,
      );
      const { file } = node.monitor;
      return decorated(item, node.check.limits, state, own, file, node.check.range.start.line);
    }
  }
}

const icons: { readonly [V in Verdict]: ThemeIcon } = {
  pass: new ThemeIcon('pass', new ThemeColor('vigil.verdict.pass')),
  warn: new ThemeIcon('warning', new ThemeColor('vigil.verdict.warn')),
  fail: new ThemeIcon('error', new ThemeColor('vigil.verdict.fail')),
  insufficient: new ThemeIcon('circle-slash'),
};

function decorated(
  item: TreeItem,
  description: string,
  state: RunState | undefined,
  results: readonly ReportResult[],
  spec: Uri,
  line: number,
): TreeItem {
  const standing = standingOf(results);
  const done = state?.kind === 'done' ? state : null;
  const whole = item.contextValue === 'spec';
  const incomplete = whole && done !== null && done.report.problems.length > 0;
  const said = [
    ...(incomplete ? ['run incomplete'] : []),
    standing === undefined ? stateWords(state) : standingWords(standing),
  ].join('; ');
  const but = done === null ? '' : reservation({ only: whole ? done.only : null, freshness: done.freshness });
  const words = standing === undefined ? said : `${said}${but}`;
  item.description = [description, words].filter((part) => part !== '').join(' · ');
  item.iconPath = iconOf(state, incomplete ? 'fail' : standing?.verdict, but !== '');
  item.tooltip =
    standing === undefined || done === null
      ? words
      : `${words}, ${ranAt(done)}\n${measured(standing.decisive)}. ${standing.decisive.reason}`;
  item.accessibilityInformation = { label: `${String(item.label)}, ${item.description}` };
  item.command = opening(spec, line);
  return item;
}

function iconOf(state: RunState | undefined, verdict: Verdict | undefined, reserved: boolean): ThemeIcon {
  if (state?.kind === 'running') return new ThemeIcon('loading~spin');
  if (verdict === undefined) return new ThemeIcon('circle-outline');
  const old = state?.kind === 'done' && state.freshness !== 'current';
  // Nothing of an earlier text looks like what holds, and no pass of a part of the spec like a pass.
  return old || (verdict === 'pass' && reserved) ? new ThemeIcon('history') : icons[verdict];
}

function stateWords(state: RunState | undefined): string {
  if (state?.kind === 'running') return 'running';
  if (state?.kind === 'failed') return 'the run failed';
  return 'not run';
}

function opening(spec: Uri, line: number): NonNullable<TreeItem['command']> {
  return {
    command: 'vscode.open',
    title: 'Open',
    arguments: [spec, { selection: new Range(line, 0, line, 0), preserveFocus: true }],
  };
}
