import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CORE_PACK } from '../core/rules/core-pack.ts';
import type { RulePack } from '../core/rules/rule-pack.ts';
import { UserError } from '../io/user-error.ts';
import type { Context } from './context.ts';

/** The folder of the pack in use: the one named with `--rules`, else `rules/` beside the library; null for none. */
export function packFolder({ rules, library }: Context): string | null {
  if (rules !== undefined) {
    if (!existsSync(rules))
      throw new UserError(`no rule pack ${rules}`, { hint: '"clausewatch rules new FOLDER" makes one' });
    return rules;
  }
  const own = join(dirname(library.reviews), 'rules');
  return existsSync(join(own, 'pack.yaml')) ? own : null;
}

/**
 * The rules that judge: the shipped pack, with the user's laid over it. Throws a UserError that names file and
 * line of the first fault; a pack is never loaded by halves.
 */
export async function openPack(context: Context): Promise<RulePack> {
  const folder = packFolder(context);
  if (folder === null) return CORE_PACK;
  // The reader of packs brings a schema checker along, which no other run should wait for.
  const { readPack } = await import('../io/packs/read-pack.ts');
  const { pack, problems } = readPack(folder, CORE_PACK);
  const [first] = problems;
  if (pack !== null && first === undefined) return pack;
  const place = relative('.', join(folder, first?.file ?? 'pack.yaml'));
  const more =
    problems.length > 1
      ? `; ${problems.length - 1} more: "clausewatch rules test ${relative('.', folder) || '.'}" lists them`
      : '';
  throw new UserError(`${place}:${first?.line ?? 1}: ${first?.message ?? 'the pack does not load'}`, {
    hint: `the pack is not loaded${more}`,
  });
}
