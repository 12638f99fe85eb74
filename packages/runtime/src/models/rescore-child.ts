/**
 * The process in which foreign models run: onnxruntime is native code fed with somebody else's file, so a
 * crash, a memory bomb or an endless loop must cost this process only. One thread makes the scores the
 * same on every run.
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { FedTensor, ScoringReply, ScoringRequest } from './scoring-messages.js';

let session: InferenceSession | null = null;

process.on('message', (request: ScoringRequest) => {
  answer(request).then((reply) => process.send?.(reply));
});
// The parent is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));

async function answer(request: ScoringRequest): Promise<ScoringReply> {
  if (request.kind === 'load') {
    try {
      // Relative names inside a model resolve against its own private folder, whatever the loader does.
      process.chdir(request.folder);
      session = await InferenceSession.create(request.model, {
        executionProviders: ['cpu'],
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        logSeverityLevel: 4,
      });
      return { kind: 'loaded' };
    } catch (error) {
      return { kind: 'refused', message: error instanceof Error ? error.message : 'no reason given' };
    }
  }
  try {
    const results = await session!.run(
      Object.fromEntries(request.inputs.map((input) => [input.name, tensorOf(input)])),
      [request.output],
    );
    return scoresOf(results[request.output], request.rows);
  } catch {
    return { kind: 'failed', reason: 'run' };
  }
}

function tensorOf(input: FedTensor): Tensor {
  switch (input.type) {
    case 'float32':
      return new Tensor('float32', input.data, input.dims);
    case 'float64':
      return new Tensor('float64', input.data, input.dims);
    case 'int64':
      return new Tensor('int64', input.data, input.dims);
    case 'int32':
      return new Tensor('int32', input.data, input.dims);
    case 'bool':
      return new Tensor('bool', input.data, input.dims);
  }
}

/** The only column, or the second of two: the probability of the positive class. */
function scoresOf(output: InferenceSession.OnnxValueMapType[string] | undefined, rows: number): ScoringReply {
  if (output === undefined || !('dims' in output)) return { kind: 'failed', reason: 'shape' };
  const { data, dims } = output as Tensor;
  const width = dims.length === 1 ? 1 : dims.length === 2 ? dims[1]! : 0;
  const numbers = data instanceof Float32Array || data instanceof Float64Array;
  if (!numbers || dims[0] !== rows || (width !== 1 && width !== 2))
    return { kind: 'failed', reason: 'shape' };
  return {
    kind: 'scores',
    scores: Float64Array.from({ length: rows }, (_, row) => data[row * width + width - 1]!),
  };
}
