import { it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Test = typeof it | typeof it.skip;

const skip = (what: string): Test => {
  if (process.env.CLAUSEWATCH_NO_SKIP === '1') throw new Error(`${what}: here no test may be skipped`);
  console.warn(`skipped: ${what}`);
  return it.skip;
};

/** `it` where a program is installed; else `it.skip` with a printed reason (an error where nothing may be skipped). */
export function itWithTool(program: string): Test {
  return spawnSync(program, ['--version']).error === undefined ? it : skip(`${program} is not installed`);
}

/** `it` where a folder beside the project is there. */
export function itWithFolder(folder: string): Test {
  return existsSync(folder) ? it : skip(`${folder} is not there`);
}
