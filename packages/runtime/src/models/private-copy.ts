import { constants, rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Model } from '@vigil/language';
import type { DataProblem } from '../engine/engine.js';
import { copyWithDigest, sameDigest } from './digest.js';
import { openExternalData } from './external-data.js';
import { modelProblems } from './model-problems.js';
import { type OnnxFile, readOnnxFile } from './onnx-file.js';

/** A checked model in a folder of its own, to which nobody else may write. */
export interface PrivateCopy {
  readonly folder: string;
  /** The model's file inside `folder`. */
  readonly model: string;
  readonly file: OnnxFile;
  /** Removes the folder; also done when the process exits. */
  dispose(): Promise<void>;
}

/** protobuf cannot hold a larger message. */
const MAXIMUM_MODEL_BYTES = 2 ** 31 - 1;
const MAXIMUM_EXTERNAL_BYTES = 2 ** 33;
const STANDARD_DOMAINS: ReadonlySet<string> = new Set(['ai.onnx', 'ai.onnx.ml']);

/**
 * Copies a model's artifact (and the external data it may have) into a fresh private folder, and checks
 * the copy: digest against the spec, readable ONNX, standard operators only, external data inside the
 * model's folder. What was checked is thereby what is run. The digest of the spec is that of the model
 * file; external data files are bound by their place only.
 *
 * @param root folder against which `artifact` is written: the entry spec's
 */
export async function copyPrivately(
  model: Model,
  root: string,
): Promise<{ readonly copy: PrivateCopy } | { readonly problem: DataProblem }> {
  if (model.artifact === null) return { problem: modelProblems.noArtifact(model.name, {}) };
  const file = model.artifact;
  const folder = await mkdtemp(path.join(tmpdir(), 'vigil-model-'));
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeNow);
  const dispose = async () => {
    process.off('exit', removeNow);
    await rm(folder, { recursive: true, force: true });
  };
  const refuse = async (problem: DataProblem) => {
    await dispose();
    return { problem };
  };

  const target = path.join(folder, 'model.onnx');
  const copied = await copyArtifact(path.resolve(root, file), target);
  if ('unreadable' in copied)
    return refuse(modelProblems.artifactUnreadable(model.name, { file, found: copied.unreadable }));
  if (model.sha256 !== null && !sameDigest(model.sha256, copied.digest))
    return refuse(
      modelProblems.digestDiffers(model.name, { file, declared: model.sha256, found: copied.digest }),
    );

  const read = readOnnxFile(await readFile(target));
  if ('unreadable' in read)
    return refuse(modelProblems.notOnnx(model.name, { file, found: read.unreadable }));
  const foreign = [...read.file.operatorDomains].filter((domain) => !STANDARD_DOMAINS.has(domain)).sort();
  if (foreign.length > 0) return refuse(modelProblems.customDomain(model.name, { file, domains: foreign }));
  const refused = await copyExternalData(read.file, copied.folder, folder);
  if (refused) return refuse(modelProblems.externalData(model.name, { file, ...refused }));
  return { copy: { folder, model: target, file: read.file, dispose } };
}

/** Streams the artifact to `target`; gives its digest and the real folder it lies in. */
async function copyArtifact(
  artifact: string,
  target: string,
): Promise<{ readonly digest: string; readonly folder: string } | { readonly unreadable: string }> {
  let real: string;
  try {
    real = await realpath(artifact);
  } catch {
    return { unreadable: 'there is no such file' };
  }
  try {
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await handle.stat();
      if (!status.isFile()) return { unreadable: 'it is not a file' };
      if (status.size > MAXIMUM_MODEL_BYTES) return { unreadable: 'it is larger than 2 GiB' };
      const digest = await copyWithDigest(handle.createReadStream({ autoClose: false }), target);
      return { digest, folder: path.dirname(real) };
    } finally {
      await handle.close();
    }
  } catch {
    return { unreadable: 'the system refuses to read it' };
  }
}

/** Copies all external data beside the model's copy, or says which file is refused and why. */
async function copyExternalData(
  file: OnnxFile,
  from: string,
  to: string,
): Promise<{ readonly location: string; readonly found: string } | null> {
  let total = 0;
  for (const location of [...file.externalData].sort()) {
    const opened = await openExternalData(from, location);
    if ('refused' in opened) return { location, found: opened.refused };
    try {
      total += opened.size;
      if (total > MAXIMUM_EXTERNAL_BYTES) return { location, found: 'together the files exceed 8 GiB' };
      const target = path.join(to, location);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await copyWithDigest(opened.handle.createReadStream({ autoClose: false }), target);
    } catch {
      return { location, found: 'it cannot be copied' };
    } finally {
      await opened.handle.close();
    }
  }
  return null;
}
