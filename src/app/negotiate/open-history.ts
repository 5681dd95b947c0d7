import { buildHistory, type History, type Revision } from '../../core/negotiate/build-history.ts';
import { CORE_PACK } from '../../core/rules/core-pack.ts';
import { UserError } from '../../io/user-error.ts';
import type { Context } from '../context.ts';
import { openText } from '../open-text.ts';
import { findResolution } from './open-negotiation.ts';

/** A resolution through its adopted revisions, oldest first, in one language. */
export async function openHistory(
  id: string,
  context: Context,
): Promise<{ readonly history: History; readonly messages: readonly string[] }> {
  const resolution = findResolution(context.library, id);
  const adopted = resolution.texts.filter(({ kind }) => kind === 'adopted');
  const language = context.language ?? (adopted.some(({ files }) => files.has('en')) ? 'en' : undefined);
  const revisions: Revision[] = [];
  const messages: string[] = [];
  for (const { id: name, files } of adopted) {
    if (language !== undefined && !files.has(language)) {
      messages.push(`${name} is not there in "${language}" and is left out`);
      continue;
    }
    const text = await openText(name, context, language === undefined ? {} : { preferred: language });
    const year = text.resolution.revision?.year ?? Number(/@(\d{4})/.exec(name)?.[1] ?? 0);
    revisions.push({ text, year });
  }
  if (revisions.length === 0) {
    throw new UserError(`no adopted text of ${id}${language === undefined ? '' : ` in "${language}"`}`, {
      hint: 'import one first',
    });
  }
  return {
    history: buildHistory(
      revisions.toSorted((a, b) => a.year - b.year),
      CORE_PACK,
    ),
    messages,
  };
}
