import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line to its end. */
export function runCli(args: readonly string[], { cwd, input, env }: CliOptions = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input: input ?? '',
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LANG: 'C', LC_ALL: '', NO_COLOR: '', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Its standard output as JSON. */
export function runJson(args: readonly string[], options: CliOptions = {}): unknown {
  const { code, out, err } = runCli([...args, '--json'], options);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out);
}
