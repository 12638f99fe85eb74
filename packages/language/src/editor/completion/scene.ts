import type { LangiumDocument } from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import { type Declaration, isLog, isModel, type Log, type Model } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import type { Cursor } from './reading/cursor.js';
import { around, type Frame, textOf } from './reading/frame.js';
import type { Reader } from './reading/reader.js';
import type { Word } from './reading/word.js';

/** What offers are made from: the cursor, the spec around it, and the services. */
export interface Scene {
  readonly services: VigilServices;
  readonly context: CheckContext;
  readonly document: LangiumDocument;
  readonly cursor: Cursor;
  readonly reader: Reader;
  /** All ways in which the words before the cursor can be understood, and where a statement would begin. */
  readonly frames: readonly Frame[];
}

/** The declarations that can be seen from the file: its own, and those of the files it imports. */
export function visibleIn({ context, document }: Scene): readonly Declaration[] {
  return context.visible(document.parseResult.value);
}

/** The log that columns and metrics at a place belong to: that of the monitor around it, or of the trial. */
export function logAround(frame: Frame, scene: Scene): Log | undefined {
  const log = (name: string | undefined) =>
    visibleIn(scene)
      .filter(isLog)
      .find((each) => each.name === name);
  const monitor = around(frame, 'Monitor');
  if (monitor !== undefined) return log(textOf(monitor, 'log'));
  const own = around(frame, 'Log');
  if (own !== undefined) return log(textOf(own, 'name'));
  if (around(frame, 'Trial') === undefined) return undefined;
  const words = wordsOfBody(scene.cursor);
  const at = words.findIndex(({ text, isFirstOnLine }) => text === 'log' && isFirstOnLine);
  return at < 0 ? undefined : log(words[at + 1]?.text);
}

/** The model that columns and metrics at a place belong to. */
export function modelAround(frame: Frame, scene: Scene): Model | undefined {
  const owner = around(frame, 'Log', 'ChangePlan', 'Model');
  if (owner === undefined) return logAround(frame, scene)?.model?.ref;
  const name = textOf(owner, owner.state.rule.name === 'Model' ? 'name' : 'model');
  return visibleIn(scene)
    .filter(isModel)
    .find((each) => each.name === name);
}

/** The words of the innermost body around the cursor, on both sides of it; bodies inside it count as `{`. */
export function wordsOfBody({ before, after }: Cursor): Word[] {
  const earlier: Word[] = [];
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index--) {
    const word = before[index]!;
    if (word.text === '}') depth++;
    else if (word.text === '{') {
      if (depth === 0) break;
      depth--;
    }
    if (depth === 0 && word.text !== '}') earlier.push(word);
  }
  const later: Word[] = [];
  depth = 0;
  for (const word of after) {
    if (word.text === '}') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0) later.push(word);
    if (word.text === '{') depth++;
  }
  return [...earlier.reverse(), ...later];
}

/** Names of the fields, blocks and statements that stand in the innermost body around the cursor. */
export function namesInBody(cursor: Cursor): ReadonlySet<string> {
  const words = wordsOfBody(cursor);
  const names = new Set<string>();
  for (const [index, { text, isFirstOnLine }] of words.entries()) {
    const next = words[index + 1]?.text;
    const isFact = next === ':' || next === '{' || (next?.startsWith('"') && words[index + 2]?.text === '{');
    if (index === 0 || isFirstOnLine || isFact) names.add(text);
  }
  return names;
}
