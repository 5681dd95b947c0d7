import type { Language } from '../../core/model/language.ts';
import { compareVersions, type Version, type VersionFinding } from '../../core/negotiate/compare-versions.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { findText } from '../../io/library/library.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { baseOf, findResolution } from './open-negotiation.ts';

/** The language versions of a library text, each compared with its base in the same language, held to the first. */
export async function readVersions(
  name: string,
  context: Context,
): Promise<{ readonly languages: readonly Language[]; readonly findings: readonly VersionFinding[] }> {
  const { text } = findText(context.library, name, undefined);
  const resolution = findResolution(context.library, text.id.split('@')[0] ?? '');
  const adopted = resolution.texts.filter(({ kind }) => kind === 'adopted');
  const base =
    text.kind === 'adopted'
      ? adopted[adopted.indexOf(text) - 1]?.id
      : (text.base ?? baseOf(resolution, [text]));
  const from = resolution.texts.find(({ id }) => id === base);
  if (from === undefined)
    throw new UserError(`${text.id} has no text before it to compare with`, {
      hint: 'name a proposal, or a later revision',
    });
  const languages = [...text.files.keys()].filter((language) => from.files.has(language)).sort();
  const versions: Version[] = [];
  for (const language of languages) {
    const inLanguage = { ...context, language };
    versions.push({
      language,
      base: await openText(from.id, inLanguage),
      text: await openText(text.id, inLanguage),
    });
  }
  return { languages, findings: compareVersions(versions, CORE_PACK) };
}
