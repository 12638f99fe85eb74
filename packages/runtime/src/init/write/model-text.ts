import type { FeatureDraft, SpecDraft } from '../draft.js';
import { columnText, numberText, quoted, titleOf } from '../spelling.js';

/** The model with its features; a shadow model after it. */
export function modelText({ model, shadow, otherVersions, log }: SpecDraft): string {
  const inputs = model.features.filter(({ direction }) => direction === 'input');
  const context = model.features.filter(({ direction }) => direction === 'context');
  const lines = [
    `model ${model.name} ${quoted(model.title)} version ${quoted(model.version)} {`,
    '  // TODO: does it change in use (adaptive, batchRetrained) or not (locked), and on which data was it trained?',
    '  kind: locked',
    ...(model.artifact === null ? [] : [`  artifact: ${quoted(model.artifact)}`]),
    ...(model.sha256 === null ? [] : [`  sha256: ${quoted(model.sha256)}`]),
    ...(model.architecture === null ? [] : [`  architecture: ${quoted(model.architecture)}`]),
    ...(model.operatingPoint === null
      ? ['  // TODO: the score from which a patient counts as flagged, e.g. operatingPoint: 0.2']
      : [
          '  // TODO: confirm the threshold with the clinicians who act on it.',
          `  operatingPoint: ${numberText(model.operatingPoint)}`,
        ]),
    '',
    ...(model.featuresAreCertain || inputs.length === 0
      ? []
      : ['  // TODO: keep as input what the model takes, and make the rest context.']),
    ...inputs.map(featureText),
    ...(context.length === 0 ? [] : ['', '  // Logged beside the inputs; the model does not see it.']),
    ...context.map(featureText),
    '',
    ...(model.output === null
      ? ['  // TODO: declare the output: no column of the data looks like its score.']
      : [`  output ${columnText(model.output)} ${quoted(titleOf(model.output))} : probability`]),
    '}\n',
    ...otherVersions.map(
      (version, index) =>
        `/** Another version in the log; its rows are not measured. */\nmodel ${model.name}Other${index + 1} version ${quoted(version)} { kind: locked }\n`,
    ),
  ];
  const column = log?.roles.shadow ?? null;
  if (shadow === null || column === null) return lines.join('\n');
  return `${lines.join('\n')}
/** Runs silently beside the other. */
model ${shadow.name} version ${quoted(shadow.version)} {
  kind: locked
  output ${columnText(column)} : probability
}
`;
}

function featureText({
  direction,
  name,
  type,
  range,
  values,
  unit,
  optional,
  missing,
}: FeatureDraft): string {
  const title = titleOf(name);
  return [
    `  ${direction} ${columnText(name)}`,
    title === name ? '' : quoted(title),
    `: ${type}`,
    range === null ? '' : `${numberText(range.low)}..${numberText(range.high)}`,
    values === null ? '' : `[${values.map(quoted).join(', ')}]`,
    unit === null ? '' : `unit ${quoted(unit)}`,
    optional ? 'optional' : '',
    missing === null ? '' : `missing ${typeof missing === 'number' ? numberText(missing) : quoted(missing)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
