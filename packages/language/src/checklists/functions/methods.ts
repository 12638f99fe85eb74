import { equals } from '../expression/equality.js';
import type { Scope } from '../expression/scope.js';
import { shown } from '../expression/shown.js';
import type { Graph } from '../model/concept.js';
import { digestField } from '../model/digest.js';
import { anyType, numberType, textType, truthType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { absent, number, text } from '../model/values.js';
import { answer, itemsOf, textOf, unknownAmong } from './answers.js';
import type { CheckMethod } from './function.js';
import { compilePattern } from './pattern.js';

/** `label.sections.size()` */
export const size: CheckMethod = {
  name: 'size',
  parameters: [],
  returns: numberType,
  documentation: 'Number of items of a list, of members of a record, of characters of a text.',
  apply: (receiver) => {
    switch (receiver.kind) {
      case 'absent':
      case 'open':
        return receiver;
      case 'list': {
        const doubt = receiver.doubts?.find(({ value }) => value !== true);
        if (doubt !== undefined) return { kind: 'truth', truth: doubt };
        return number(
          receiver.items.length,
          receiver.origin ?? (receiver.of === undefined ? undefined : { concept: receiver.of, at: '' }),
        );
      }
      case 'text':
        return number([...receiver.text].length, receiver.origin);
      case 'record':
        return number(Object.keys(receiver.members).length, receiver.origin);
      default:
        return number(1, receiver.origin);
    }
  },
};

/** `releases.map(r, r.udi.pi).unique()` */
export const unique: CheckMethod = {
  name: 'unique',
  parameters: [],
  returns: truthType,
  documentation: 'Whether no two items of a list are the same.',
  apply: (receiver, _, { graph }) => {
    const items = itemsOf(receiver);
    const unknown = unknownAmong(receiver.kind === 'list' ? items : [receiver]);
    if (unknown !== undefined) return unknown;
    const twice = items.find((item, index) =>
      items.slice(0, index).some((other) => equals(item, other, graph)),
    );
    return answer(twice === undefined, twice === undefined ? '' : `${shown(twice)} occurs twice`, twice);
  },
};

/** `medium.contains('x')` */
export const contains: CheckMethod = {
  name: 'contains',
  parameters: [{ name: 'part', type: anyType }],
  returns: truthType,
  documentation: 'Whether a list holds the value, or a text holds it as a part.',
  apply: (receiver, [part], { graph }) => {
    const unknown = unknownAmong([receiver, part]);
    if (unknown !== undefined || part === undefined) return unknown ?? answer(false, '');
    const wanted = textOf(part);
    const found =
      receiver.kind === 'list'
        ? receiver.items.some((item) => equals(item, part, graph))
        : receiver.kind === 'text' && wanted !== undefined && receiver.text.includes(wanted);
    return answer(
      found,
      `${receiver.origin?.concept ?? 'the list'} does not contain ${shown(part)}`,
      receiver,
    );
  },
};

/** `waiver.item.startsWith('qmsr.')` */
export const startsWith: CheckMethod = {
  name: 'startsWith',
  parameters: [{ name: 'beginning', type: textType }],
  returns: truthType,
  documentation: 'Whether a text begins so.',
  apply: (receiver, [beginning]) => {
    const unknown = unknownAmong([receiver]);
    if (unknown !== undefined) return unknown;
    const wanted = textOf(beginning) ?? '';
    return answer(
      textsOf(receiver).some((each) => each.startsWith(wanted)),
      `${receiver.origin?.concept ?? 'the text'} does not begin with '${wanted}'`,
      receiver,
    );
  },
};

/** `dataset.specialCategoryBasis.matches('9\\.2\\.[a-j]')` */
export const matches: CheckMethod = {
  name: 'matches',
  parameters: [{ name: 'pattern', type: textType }],
  returns: truthType,
  documentation:
    'Whether a part of the text fits the regular expression (RE2’s syntax without captures, in time linear in the text).',
  apply: (receiver, [pattern]) => {
    const unknown = unknownAmong([receiver]);
    if (unknown !== undefined) return unknown;
    const compiled = compilePattern(textOf(pattern) ?? '');
    if ('problem' in compiled)
      return { kind: 'open', reason: `The pattern cannot be read: ${compiled.problem}.` };
    return answer(
      textsOf(receiver).some((each) => compiled.matches(each)),
      `${receiver.origin?.concept ?? 'the text'} does not fit ${compiled.source}`,
      receiver,
    );
  },
};

/** `risk.situation.refersTo(misuse)` */
export const refersTo: CheckMethod = {
  name: 'refersTo',
  parameters: [{ name: 'subject', type: anyType }],
  returns: truthType,
  documentation:
    'Whether a text names the thing or says the same words, or a thing does in one of its facts.',
  apply: (receiver, [subject], scope) => {
    const unknown = unknownAmong([receiver, subject]);
    if (unknown !== undefined || subject === undefined) return unknown ?? answer(false, '');
    return answer(
      refers(receiver, subject, scope),
      `${receiver.origin?.concept ?? shown(receiver)} does not mention ${shown(subject)}`,
      receiver,
    );
  },
};

function refers(value: Value, subject: Value, scope: Scope): boolean {
  if (value.kind === 'list') return value.items.some((item) => refers(item, subject, scope));
  if (equals(value, subject, scope.graph)) return true;
  if (value.kind === 'text') return namesOf(subject, scope.graph).some((name) => mentions(value.text, name));
  if (value.kind !== 'entity') return false;
  const { entity } = value;
  // What it says may be anything of it: the digest stands for all.
  scope.graph.read(entity, digestField);
  const fields = ['title', ...entity.facts.flatMap(({ facts }) => Object.keys(facts))];
  return fields.some((field) => refersOnce(scope.graph.read(entity, field), subject, scope));
}

/** In facts, names and words count; the facts of other things are their own. */
function refersOnce(value: Value, subject: Value, scope: Scope): boolean {
  if (value.kind === 'list') return value.items.some((item) => refersOnce(item, subject, scope));
  if (value.kind === 'entity') return equals(value, subject, scope.graph);
  return value.kind === 'text' && namesOf(subject, scope.graph).some((name) => mentions(value.text, name));
}

function namesOf(subject: Value, graph: Graph): readonly string[] {
  if (subject.kind === 'list') return subject.items.flatMap((item) => namesOf(item, graph));
  if (subject.kind !== 'entity') return subject.kind === 'text' ? [subject.text] : [];
  const title = graph.read(subject.entity, 'title');
  return [...subject.entity.names, ...(title.kind === 'text' ? [title.text] : [])];
}

/** Whole words, whatever their case. */
function mentions(text: string, name: string): boolean {
  const [where, what] = [plain(text), plain(name)];
  return what !== '' && ` ${where} `.includes(` ${what} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `monitor.checks(intendedUse.population)` */
export const checks: CheckMethod = {
  name: 'checks',
  parameters: [{ name: 'subject', type: anyType }],
  returns: truthType,
  documentation: 'Whether a monitor says, in its title, rationale or method, that it watches the subject.',
  apply: (receiver, [subject], scope) => {
    const unknown = unknownAmong([receiver, subject]);
    if (unknown !== undefined || subject === undefined || receiver.kind !== 'entity')
      return unknown ?? answer(false, 'only a monitor checks');
    const { entity } = receiver;
    const told = ['title', 'rationale', 'method'].map((field) => scope.graph.read(entity, field));
    const names =
      subject.origin?.concept
        .split('.')
        .slice(-1)
        .map((name) => text(name)) ?? [];
    const says = told.some((each) => [subject, ...names].some((name) => refersOnce(each, name, scope)));
    return answer(
      says,
      `${entity.name} does not say that it watches ${subject.origin?.concept ?? shown(subject)}`,
      receiver,
    );
  },
};

/** `riskPolicy.criteria.lookup(risk.severity, risk.probability)` */
export const lookup: CheckMethod = {
  name: 'lookup',
  parameters: [
    { name: 'severity', type: textType },
    { name: 'probability', type: textType },
  ],
  returns: textType,
  documentation:
    'What the matrix of the risk policy says of a severity and a probability: unacceptable where it lists the two.',
  apply: (receiver, [severity, probability]) => {
    const unknown = [receiver, severity, probability].find(
      (value) => value?.kind === 'absent' || value?.kind === 'open',
    );
    if (unknown !== undefined) return unknown;
    const listed = receiver.members?.unacceptable?.();
    if (listed === undefined || listed.kind === 'absent')
      return absent('riskPolicy.criteria', receiver.origin?.at ?? '');
    const [first, second] = [textOf(severity) ?? '', textOf(probability) ?? ''];
    const isListed = textsOf(listed).some((entry) => mentions(entry, first) && mentions(entry, second));
    return isListed
      ? text('unacceptable', receiver.origin)
      : text('acceptable', receiver.origin, ['investigate']);
  },
};

function textsOf(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(textsOf);
  return value.kind === 'text' ? [value.text, ...value.also] : [];
}
