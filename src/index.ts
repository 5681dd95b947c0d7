/**
 * Clausewatch as a library: parse a text, compare two, check the comparison. The same data as the command
 * line's JSON, as objects.
 */
export type * from './core/model/change.ts';
export type * from './core/model/flag.ts';
export type * from './core/model/language.ts';
export type * from './core/model/message.ts';
export type * from './core/model/resolution.ts';
export { parse, compare, check } from './api.ts';
