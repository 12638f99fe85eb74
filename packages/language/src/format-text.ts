import { EmptyFileSystem } from 'langium';
import { type Formatted, formatSpec } from './editor/formatting/format-spec.js';
import { createVigilServices } from './services.js';

/** Formats one text, for callers that have no services of the language at hand: the command line. */
export function formatText(text: string): Formatted {
  return formatSpec(text, createVigilServices(EmptyFileSystem).vigil);
}
