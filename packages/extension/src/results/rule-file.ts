import { Uri } from 'vscode';

/** A file as reports and documents name it: relative to the folder of the spec. */
export function ruleFile(spec: Uri, file: string): Uri {
  return Uri.joinPath(spec, '..', file);
}
