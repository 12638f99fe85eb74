import type { DataProblem } from '../engine/engine.js';

/**
 * Every finding about a model's artifact, with its stable code and its words. A message names the model,
 * the file as written in the spec, and what to do; it never holds a cell of the data, and never raw text
 * of onnxruntime about a run (which may quote a value).
 */
export const modelProblems = {
  noArtifact: problem(
    'VGR0201',
    (_: Record<never, never>) =>
      `has no 'artifact', so its scores cannot be recomputed. Add artifact: "model.onnx" to the model or remove the check of rescore.`,
  ),
  artifactUnreadable: problem(
    'VGR0202',
    (p: { file: string; found: string }) => `artifact "${p.file}" cannot be read: ${p.found}.`,
  ),
  digestDiffers: problem(
    'VGR0203',
    (p: { file: string; declared: string; found: string }) =>
      `artifact "${p.file}" is not the file the spec approved: its SHA-256 is ${p.found}, the spec says ${p.declared}. Restore the approved file, or review the new one and update sha256.`,
  ),
  notOnnx: problem(
    'VGR0204',
    (p: { file: string; found: string }) => `artifact "${p.file}" cannot be scored: ${p.found}.`,
  ),
  externalData: problem(
    'VGR0205',
    (p: { file: string; location: string; found: string }) =>
      `artifact "${p.file}" refers to the external data file "${p.location}", which is refused: ${p.found}. External data must be a regular file of its own inside the model's folder.`,
  ),
  customDomain: problem(
    'VGR0206',
    (p: { file: string; domains: readonly string[] }) =>
      `artifact "${p.file}" uses operators of ${p.domains.map((domain) => `"${domain}"`).join(', ')}; only the standard domains ai.onnx and ai.onnx.ml are run.`,
  ),
  featuresDiffer: problem(
    'VGR0207',
    (p: { file: string; found: string }) =>
      `the inputs of the spec are not the features of artifact "${p.file}": ${p.found}. Declare the inputs with the names and in the order the model was trained with.`,
  ),
  inputUnsupported: problem(
    'VGR0208',
    (p: { file: string; found: string }) => `artifact "${p.file}" cannot be fed: ${p.found}.`,
  ),
  outputUnsupported: problem(
    'VGR0209',
    (p: { file: string; found: string }) =>
      `artifact "${p.file}" has no output that can be compared with the logged score: ${p.found}. Expected: an output named like the spec's output, an output 'probabilities' [N, 2] whose second column is the positive class, or one floating-point output with a single column.`,
  ),
  loadRefused: problem(
    'VGR0210',
    (p: { file: string; found: string }) => `onnxruntime refuses artifact "${p.file}": ${p.found}`,
  ),
  scoringFailed: problem(
    'VGR0211',
    (p: { file: string; found: string }) =>
      `artifact "${p.file}" could not score the logged rows: ${p.found}.`,
  ),
  scoreNotANumber: problem(
    'VGR0212',
    (p: { file: string; rows: number }) =>
      `artifact "${p.file}" gives NaN or an infinity for ${p.rows} logged ${p.rows === 1 ? 'row' : 'rows'}. Check how missing inputs are coded ('missing' of the input).`,
    (p) => p.rows,
  ),
};

/** Makes the reporter of one finding: model name and details in, a `DataProblem` whose subject is the model out. */
function problem<P>(
  code: string,
  words: (details: P) => string,
  rows: (details: P) => number | null = () => null,
) {
  return (model: string, details: P): DataProblem => ({
    code,
    source: model,
    column: null,
    message: `Model ${model}: ${words(details)}`,
    rows: rows(details),
  });
}
