import type { Ask } from './ask.js';
import type { GivenRoles } from './detect/roles.js';
import type { ModelFile } from './profile/read-model.js';
import type { Table } from './profile/table.js';

export interface InitRequest {
  /** Paths as they were given; null where not. One of the three at least. */
  readonly model: string | null;
  readonly log: string | null;
  readonly reference: string | null;
  /** Folder that these paths start from. */
  readonly start: string;
  /** The file the spec is for; it is not written here. */
  readonly target: string;
  /** Name of the product; null: the model's, or the file's. */
  readonly name: string | null;
  readonly roles: GivenRoles;
  /** Score from which a patient counts as flagged; null: looked for. */
  readonly threshold: number | null;
  /** Columns the model takes, in its order; null: as its file says. */
  readonly inputs: readonly string[] | null;
  /** Asks what cannot be known; null: nobody is there. */
  readonly ask: Ask | null;
  /** What must be closed when the user stops the command. */
  readonly engines: Set<{ close(): Promise<void> }>;
  readonly progress: (what: string) => void;
}

/** The files, looked at. */
export interface Material {
  readonly model: ModelFile | null;
  readonly log: Table | null;
  readonly reference: Table | null;
}
