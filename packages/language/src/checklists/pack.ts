import type { Checklist } from '../protocol/protocol.js';

/** A checklist as data: what a `checklist` declaration compiles to, with the facts of its framework. */
export interface Pack extends Checklist {}
