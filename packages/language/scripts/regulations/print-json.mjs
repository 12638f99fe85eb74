// Prints the checklists collected beside the repository (../shared/regulations) as JSON, for the test that compares the
// library with them.
import { readdirSync, readFileSync } from 'node:fs';
import { readYaml } from './read-yaml.mjs';

const collected = new URL('../../../../../shared/regulations/', import.meta.url);
const names = readdirSync(collected).filter((name) => name.endsWith('.yaml') && !name.startsWith('_'));
const frameworks = names.sort().map((name) => readYaml(readFileSync(new URL(name, collected), 'utf8')));
process.stdout.write(JSON.stringify(frameworks));
