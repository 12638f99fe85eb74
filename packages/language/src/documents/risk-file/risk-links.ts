import type { FactValue, Hazard, Protocol } from '../../protocol/protocol.js';
import { type DeclaredOfKind, declaredAs, declaredOfKind } from '../facts/declared.js';

/** What controls a hazard: what it names, and the risk controls that say they mitigate it. */
export function controlsOf(hazard: Hazard, protocol: Protocol): readonly DeclaredOfKind[] {
  const named = hazard.controls.flatMap((name) => declaredAs(protocol, name) ?? []);
  const mitigating = declaredOfKind(protocol, 'control').filter(
    ({ declared }) =>
      namesIn(declared.facts.mitigates).includes(hazard.name) && !hazard.controls.includes(declared.name),
  );
  return [...named, ...mitigating];
}

/** The monitors among the controls, and those by which a control is implemented or verified. */
export function monitorsOf(controls: readonly DeclaredOfKind[], protocol: Protocol): readonly string[] {
  const names = controls.flatMap(({ kind, declared }) => [
    ...(kind === 'monitor' ? [declared.name] : []),
    ...namesIn(declared.facts.implementedBy),
    ...namesIn(declared.facts.verifiedBy),
  ]);
  return [...new Set(names)].filter((name) => protocol.monitors.some((monitor) => monitor.name === name));
}

/** The declarations a fact refers to. */
function namesIn(value: FactValue | undefined): readonly string[] {
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return '$reference' in value && typeof value.$reference === 'string' ? [value.$reference] : [];
}
