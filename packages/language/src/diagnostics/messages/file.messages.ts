import { messages } from '../message.js';

/** VGL09xx: files a spec names. Paths are relative to the file that names them. */
export const fileMessages = messages({
  importNotFound: {
    code: 'VGL0901',
    severity: 'error',
    title: 'Import not found',
    text: "there is no file '{path}' to import",
    meaning: 'The imported file does not exist; what it declares is missing.',
    mend: 'Correct the path; it is relative to this file.',
    example: 'import "./absent.vigil"',
  },
  artifactNotFound: {
    code: 'VGL0911',
    severity: 'error',
    title: 'Artifact not found',
    text: "model '{model}' has no artifact: there is no file '{path}'",
    meaning: 'The model file the spec governs is not where the spec says it is.',
    mend: 'Correct the path; it is relative to this file.',
    example:
      'model Next version "2.0.0" { kind: locked artifact: "models/absent.onnx" output score : probability }',
  },
  dataNotFound: {
    code: 'VGL0912',
    severity: 'warning',
    title: 'Data not found',
    text: "there is no file '{path}' for {owner} here",
    meaning:
      'Data is often produced elsewhere, so this does not stop a check; a run will need the file, or `--data NAME=PATH`.',
    mend: 'Correct the path, or give the place of the data when running.',
    example: 'dataset Later { role: test source: "data/absent.parquet" }',
  },
  documentNotFound: {
    code: 'VGL0913',
    severity: 'warning',
    title: 'Document not found',
    text: "'{field}' of {owner} names '{path}', and there is no such file",
    meaning: 'A document cited by the spec is not where the spec says it is.',
    mend: 'Correct the path; it is relative to this file.',
    example: 'document Charter { ref: "docs/absent.md" kind: "plan" }',
  },
  unknownFormat: {
    code: 'VGL0921',
    severity: 'error',
    title: 'Format of a source not known',
    text: 'cannot tell the format of \'{path}\': end it in .parquet, .csv, .jsonl or .ndjson, or say it, e.g. `{role}: csv "{path}"`',
    meaning: 'The format follows from the file’s extension or from a word before the path.',
    mend: 'Write the format before the path.',
    example: 'dataset Later { role: test source: "later.txt" }',
  },
  unknownEngine: {
    code: 'VGL0922',
    severity: 'error',
    title: 'Unknown kind of source',
    text: "'{engine}' is no kind of source (possible: {allowed}){hint}",
    meaning: 'The word before the path says how the data is read.',
    mend: 'Use one of the words listed.',
    example: 'dataset Later { role: test source: parqet "later.parquet" }',
  },
  emptyPath: {
    code: 'VGL0923',
    severity: 'error',
    title: 'Empty path',
    text: "'{field}' of {owner} names no file",
    meaning: 'An empty path points nowhere.',
    mend: 'Write the path of the file, relative to this file.',
    example: 'dataset Later { role: test source: "" }',
  },
  importRefused: {
    code: 'VGL0902',
    severity: 'error',
    title: 'Import refused',
    text: "cannot import '{path}': {reason}",
    meaning: 'A spec is one folder that means the same on every machine: it reads no files from elsewhere.',
    mend: 'Import a .vigil file beside or below the spec by its relative path.',
    example: 'import "/etc/hospital.vigil"',
  },
});
