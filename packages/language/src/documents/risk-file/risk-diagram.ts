import type { Diagram, DiagramNode, MaybeBlock } from '../content/block.js';
import type { SpecReader } from '../spec-reader.js';
import { controlsOf, monitorsOf } from './risk-links.js';

/** Hazards on the left, what controls them, the monitors that notice them, and the reports that show it. */
export function riskDiagram({ protocol }: SpecReader): MaybeBlock {
  const nodes = new Map<string, DiagramNode>();
  const arrows = new Map<string, Diagram['arrows'][number]>();
  const add = (node: DiagramNode) => nodes.set(node.id, nodes.get(node.id) ?? node);
  const connect = (from: string, to: string) => arrows.set(`${from} ${to}`, { from, to });
  for (const hazard of protocol.hazards) {
    const hazardId = `hazard_${hazard.name}`;
    add({ id: hazardId, label: hazard.title ?? hazard.name, column: 0 });
    const controls = controlsOf(hazard, protocol);
    for (const control of controls) {
      const isMonitor = control.kind === 'monitor';
      const controlId = `${control.kind}_${control.declared.name}`;
      add({
        id: controlId,
        label: `${control.schema?.title ?? control.kind} ${control.declared.name}`,
        column: isMonitor ? 2 : 1,
      });
      connect(hazardId, controlId);
      for (const monitor of isMonitor ? [] : monitorsOf([control], protocol)) {
        add({ id: `monitor_${monitor}`, label: `Monitor ${monitor}`, column: 2 });
        connect(controlId, `monitor_${monitor}`);
      }
    }
    for (const monitor of monitorsOf(controls, protocol)) {
      add({ id: `evidence_${monitor}`, label: `Reports of ${monitor}`, column: 3 });
      connect(`monitor_${monitor}`, `evidence_${monitor}`);
    }
  }
  if (nodes.size === 0) return null;
  return {
    kind: 'diagram',
    title: 'From hazard to control, monitor and evidence',
    nodes: [...nodes.values()],
    arrows: [...arrows.values()],
  };
}
