import type { GroupDraft, SpecDraft } from '../draft.js';
import { columnText, numberText, quoted } from '../spelling.js';

export function referenceText({ reference }: SpecDraft): string {
  if (reference === null) return '';
  return [
    'dataset Reference "What the model is compared with" {',
    '  role: reference',
    `  source: ${quoted(reference.path)}`,
    ...(reference.sha256 === null ? [] : [`  sha256: ${quoted(reference.sha256)}`]),
    '}\n',
  ].join('\n');
}

export function logText({ log, model, shadow }: SpecDraft): string {
  if (log === null) return '';
  const { roles } = log;
  const line = (role: string, column: string | null, more = '') =>
    column === null ? [] : [`  ${role}: ${columnText(column)}${more}`];
  const available = roles.labelAvailable === null ? '' : ` available ${columnText(roles.labelAvailable)}`;
  return [
    `log Predictions of ${model.name} {`,
    ...(log.provisional
      ? ['  // TODO: name the log of the model in use; until then the reference is judged by its own limits.']
      : []),
    `  source: ${quoted(log.path)}`,
    ...line('time', roles.time),
    '  // TODO: the time zone of the wards.',
    '  timezone: "UTC"',
    ...line('id', roles.id),
    ...line('subject', roles.subject),
    ...line('prediction', roles.prediction),
    ...line('version', roles.version),
    ...(shadow === null ? [] : line('shadow', roles.shadow, ` of ${shadow.name}`)),
    ...line('label', roles.label, available),
    '}\n',
  ].join('\n');
}

export function groupsText({ groups, minimumSize }: SpecDraft): string {
  if (groups.length === 0) return '';
  return ['subgroups Demographics {', ...groups.map(groupText), `  minimum size ${minimumSize}`, '}\n'].join(
    '\n',
  );
}

function groupText({ name, column, rule }: GroupDraft): string {
  const left = `  ${name} = ${columnText(column)}`;
  if (rule.kind === 'values') return `${left} in [${rule.values.map(quoted).join(', ')}]`;
  return rule.kind === 'cut' ? `${left} cut at ${rule.cuts.map(numberText).join(', ')}` : left;
}
