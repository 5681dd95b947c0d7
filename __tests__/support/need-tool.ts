import { describe, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Test = typeof it | typeof it.skip;
type Group = typeof describe | typeof describe.skip;

const refuse = (what: string): void => {
  if (process.env.CLAUSEWATCH_NO_SKIP === '1') throw new Error(`${what}: here no test may be skipped`);
  console.warn(`skipped: ${what}`);
};

const skip = (what: string): Test => {
  refuse(what);
  return it.skip;
};

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** `it` where a program is installed; else `it.skip` with a printed reason (an error where nothing may be skipped). */
export function itWithTool(program: string): Test {
  return isThere(program) ? it : skip(`${program} is not installed`);
}

/** `describe` where a program is installed; else `describe.skip`, as {@link itWithTool}. */
export function describeWithTool(program: string): Group {
  if (isThere(program)) return describe;
  refuse(`${program} is not installed`);
  return describe.skip;
}

/** `it` where a folder beside the project is there. */
export function itWithFolder(folder: string): Test {
  return existsSync(folder) ? it : skip(`${folder} is not there`);
}
