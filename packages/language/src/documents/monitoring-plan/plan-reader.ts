import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import type { Compilation, Log, Model, Monitor, Protocol } from '../../protocol/protocol.js';
import { paragraphs } from '../markdown/blocks.js';
import { type Markdown, md, nothing } from '../markdown/markdown.js';

/** The Protocol as the plan's sections read it. */
export interface PlanReader {
  readonly protocol: Protocol;
  readonly protocolId: string;
  /** The documentation comment of a declaration, empty where there is none. */
  documentation(list: DocumentedList, index: number): Markdown;
  productDocumentation(): Markdown;
  /** A role by its title, or its name where it has none. */
  person(role: string): Markdown;
  /** A channel or pipeline with the service behind it, "Safety (slack)". */
  service(name: string): Markdown;
  logOf(monitor: Monitor): Log | undefined;
  modelOf(log: Log | undefined): Model | undefined;
  /** The categories the models declare for a column, in order of declaration. */
  categories(column: string): readonly string[];
  metric(name: string): MetricDescriptor | undefined;
}
type DocumentedList = 'models' | 'datasets' | 'logs' | 'subgroups' | 'monitors' | 'runbooks' | 'hazards';

export function planReader({ protocol, protocolId, documentation }: Compilation): PlanReader {
  const text = (pointer: string) => {
    const found = documentation.get(pointer);
    return found === undefined ? nothing : paragraphs(found);
  };
  return {
    protocol,
    protocolId,
    documentation: (list, index) => text(`/${list}/${index}`),
    productDocumentation: () => text('/product'),
    person: (role) => md`${protocol.roles.find(({ name }) => name === role)?.title ?? role}`,
    service: (name) => {
      const found = protocol.integrations.find((integration) => integration.name === name);
      return found ? md`${name} (${found.service})` : md`${name}`;
    },
    logOf: (monitor) => protocol.logs.find(({ name }) => name === monitor.log),
    modelOf: (log) => protocol.models.find(({ name }) => name === log?.model),
    categories: (column) => [
      ...new Set(
        protocol.models
          .flatMap(({ features }) => features.filter(({ name }) => name === column))
          .flatMap(({ values }) => values),
      ),
    ],
    metric: metricNamed,
  };
}
