import { type MetricDescriptor, metricNamed } from '@vigil/statistics';
import type { Compilation, Log, Model, Monitor, Protocol } from '../protocol/protocol.js';
import { type Inline, link, words } from './content/inline.js';
import { declaredAs } from './facts/declared.js';

/** A compiled spec as the documents read it. */
export interface SpecReader {
  readonly protocol: Protocol;
  readonly protocolId: string;
  /** The documentation comment of a declaration, if it has one. */
  documentation(list: DocumentedList, index: number): string | undefined;
  productDocumentation(): string | undefined;
  /** A role by its title, or its name where it has none. */
  person(role: string): Inline;
  /** A channel or pipeline with the service behind it, "Safety (slack)". */
  service(name: string): Inline;
  /** Whatever is declared under a name: a person by title, what has a section of its own as a link to it. */
  named(name: string): Inline;
  logOf(monitor: Monitor): Log | undefined;
  modelOf(log: Log | undefined): Model | undefined;
  /** The categories the models declare for a column, in order of declaration. */
  categories(column: string): readonly string[];
  metric(name: string): MetricDescriptor | undefined;
}
type DocumentedList =
  | 'models'
  | 'datasets'
  | 'logs'
  | 'subgroups'
  | 'monitors'
  | 'runbooks'
  | 'hazards'
  | 'changePlans'
  | 'trials';

export function specReader({ protocol, protocolId, documentation }: Compilation): SpecReader {
  const person = (role: string) => protocol.roles.find(({ name }) => name === role)?.title ?? role;
  return {
    protocol,
    protocolId,
    documentation: (list, index) => documentation.get(`/${list}/${index}`),
    productDocumentation: () => documentation.get('/product'),
    person,
    service: (name) => {
      const found = protocol.integrations.find((integration) => integration.name === name);
      return found ? words`${name} (${found.service})` : name;
    },
    named: (name) => {
      const found = declaredAs(protocol, name);
      if (found === undefined) return name;
      if (found.kind === 'role') return person(name);
      // People and organisations have a name beside the one by which the spec refers to them.
      const ownName = found.declared.facts.name;
      return typeof ownName === 'string'
        ? ownName
        : link(name, `${found.schema?.title ?? found.kind} ${name}`);
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
