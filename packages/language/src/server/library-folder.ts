import { existsSync } from 'node:fs';
import { URI } from 'langium';

/** Where the library lies as seen from the bundle, and from the server, compiled or not. */
const places = ['./library/', '../../src/checklists/library/'];

/** The folder with the files of the checklists that ship with Vigil; undefined where they were not installed. */
export function libraryFolder(): URI | undefined {
  const found = places.map((place) => new URL(place, import.meta.url)).find((each) => existsSync(each));
  return found === undefined ? undefined : URI.parse(found.href);
}
