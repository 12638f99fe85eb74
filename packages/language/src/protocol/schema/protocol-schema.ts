import type { Protocol } from '../protocol.js';
import { constant, list, nullable, object, type SchemaOf } from './builder.js';
import { type Definitions, type DefinitionsOf, definition } from './definitions.js';
import { factDefinitions } from './facts.js';
import { governanceDefinitions } from './governance.js';
import { monitoringDefinitions } from './monitoring.js';
import { systemDefinitions } from './system.js';
import { trialDefinitions } from './trial.js';
import { valueDefinitions } from './values.js';

const definitions: DefinitionsOf<keyof Definitions> = {
  ...valueDefinitions,
  ...factDefinitions,
  ...systemDefinitions,
  ...monitoringDefinitions,
  ...governanceDefinitions,
  ...trialDefinitions,
};

const root: SchemaOf<Protocol> = object<Protocol>({
  schema: constant('vigil/protocol/1'),
  product: nullable(definition('product')),
  roles: list(definition('role')),
  integrations: list(definition('integration')),
  datasets: list(definition('dataset')),
  models: list(definition('model')),
  logs: list(definition('log')),
  subgroups: list(definition('subgroups')),
  monitors: list(definition('monitor')),
  runbooks: list(definition('runbook')),
  hazards: list(definition('hazard')),
  changePlans: list(definition('changePlan')),
  trials: list(definition('trial')),
  scenarios: list(definition('scenario')),
  waivers: list(definition('waiver')),
  checklists: list(definition('checklist')),
  declarations: list(definition('factDeclaration')),
});

/**
 * JSON Schema (2020-12) of the Protocol, version `vigil/protocol/1`. Closed: every member is required
 * and no other is allowed, except for the facts, which the language's table of fields describes.
 * Each part is checked by the compiler against the TypeScript type it describes.
 */
export const protocolSchema: SchemaOf<Protocol> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:vigil:protocol:1',
  title: 'Vigil Protocol',
  ...root,
  $defs: definitions,
};
