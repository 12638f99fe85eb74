import { expect } from 'vitest';
import { folder, itOnDiabetes130, report, vigil } from '../vigil.js';
import { spec } from './spec.js';

itOnDiabetes130('both ONNX models reproduce the logged scores of all 59,606 rows within 1e-6', () => {
  const text = spec(`monitor Integrity on Production {
  every 1 year
  check rescore fail > 0.000001
  check rescore of shadow_score fail > 0.000001
}`);
  const outcome = vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: folder({ 'spec.vigil': text }) });
  const { results } = report(outcome);
  expect(results).toHaveLength(2);
  for (const result of results) {
    expect(result.n, result.target ?? 'score').toBe(59606);
    expect(result.value!).toBeLessThanOrEqual(1e-6);
    expect(result.verdict).toBe('pass');
  }
  expect(outcome.status).toBe(0);
});
