import path from 'node:path';
import type { Protocol } from '@vigil/language';
import { type DataProblem, sha256 } from '../engine/index.js';
import { sameDigest } from './digest.js';
import { modelProblems } from './model-problems.js';

/**
 * Hashes the artifact of every model whose digest the spec states, whether or not it is re-scored: a run
 * must not certify a model whose file is not the approved one. A file that is not there cannot be verified.
 *
 * @param root folder against which the spec's artifact paths are written
 */
export async function checkArtifacts(protocol: Protocol, root: string): Promise<readonly DataProblem[]> {
  const problems: DataProblem[] = [];
  for (const { name, artifact: file, sha256: declared } of protocol.models) {
    if (file === null || declared === null) continue;
    const found = await sha256(path.resolve(root, file)).catch(() => null);
    if (found === null)
      problems.push(
        modelProblems.artifactUnreadable(name, { file, found: 'there is no such readable file' }),
      );
    else if (!sameDigest(declared, found))
      problems.push(modelProblems.digestDiffers(name, { file, declared, found }));
  }
  return problems;
}
