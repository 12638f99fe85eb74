import { existsSync } from 'node:fs';

/** Where the documentation lies as seen from the bundle, and from the server, compiled or not. */
const places = ['../../../docs/', '../../../../docs/'];

/** Address of the folder with `diagnostics.md`; undefined where it was not installed. */
export function documentationFolder(): string | undefined {
  return places
    .map((place) => new URL(place, import.meta.url))
    .find((folder) => existsSync(new URL('diagnostics.md', folder)))?.href;
}
