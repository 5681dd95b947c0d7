import type { z } from 'zod';
import type { LocatedYaml, PackProblem } from './locate.ts';

/** The data of a file (or of a place in it) by its schema; null when it does not fit, each misfit with its line. */
export function checked<T>(
  yaml: LocatedYaml,
  schema: z.ZodType<T>,
  problems: PackProblem[],
  at: readonly PropertyKey[] = [],
): T | null {
  if (yaml.problems.length > 0) return null;
  const value: unknown = at.reduce<unknown>(
    (data, key) => (data as Record<PropertyKey, unknown>)[key],
    yaml.data,
  );
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const isUnknown = issue.code === 'unrecognized_keys';
    const path = isUnknown ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    problems.push({
      file: yaml.file,
      line: yaml.lineOf([...at, ...path]),
      code: isUnknown ? 'unknown-key' : 'bad-value',
      message: isUnknown
        ? `Unknown key: ${issue.keys.join(', ')}.`
        : `${issue.path.join('.') || 'file'}: ${issue.message}`,
    });
  }
  return null;
}

/** Drops keys that hold nothing, so that they do not overwrite what they are laid over. */
export function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
