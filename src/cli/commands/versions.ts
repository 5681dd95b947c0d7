import type { Language } from '../../core/model/language.ts';
import { readVersions } from '../../app/negotiate/read-versions.ts';
import type { VersionFinding } from '../../core/negotiate/compare-versions.ts';
import { negotiationWords } from '../../core/negotiate/strings.ts';
import type { Say } from '../../core/text/speak.ts';
import { bullets, heading, paragraph, words, writeBlocks } from '../../io/export/markdown.ts';
import { contextOf, type CommonOptions } from '../options.ts';
import { emit, formatOf, json, styleFor } from '../output.ts';
import { hang, safe } from '../render/style.ts';

/** A finding with all the languages it holds for. */
type Told = Omit<VersionFinding, 'one' | 'other'> & { readonly one: string; readonly other: string };

/** Changes of one clause that several languages have, or lack, are one line. */
const together = (findings: readonly VersionFinding[], held: Language | undefined): Told[] => {
  const groups = new Map<string, VersionFinding[]>();
  for (const finding of findings) {
    const { kind, path, one } = finding;
    const isMissing = kind === 'one' || kind === 'added' || kind === 'deleted';
    // What the language all are held to has alone, or lacks alone.
    const key = isMissing ? `${kind} ${path} ${one === held ? 'has' : 'lacks'}` : `${groups.size}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = (side: 'one' | 'other') => [...new Set(group.map((each) => each[side]))].join(', ');
    return first === undefined ? [] : [{ ...first, one: names('one'), other: names('other') }];
  });
};

const lineOf = ({ kind, path, one, other, levels, otherLevels }: Told, say: Say): string =>
  say(`versions.${kind}`, {
    path,
    text: path,
    one,
    other,
    before: levels?.[0] ?? 0,
    after: levels?.[1] ?? 0,
    otherBefore: otherLevels?.[0] ?? 0,
    otherAfter: otherLevels?.[1] ?? 0,
    count: levels?.[0] ?? 0,
    otherCount: otherLevels?.[0] ?? 0,
  });

/** `clausewatch versions TEXT`; 1 when the versions do not make the same changes. */
export async function versions(text: string, options: CommonOptions): Promise<number> {
  const context = contextOf(options);
  const format = formatOf(options, ['text', 'json', 'markdown']);
  const { languages, findings } = await readVersions(text, context);
  const say = negotiationWords(context.uiLanguage);
  const title = say('versions.title', { text });
  const told = together(findings, languages.includes('en') ? 'en' : languages[0]).map((finding) =>
    lineOf(finding, say),
  );
  if (told.length === 0) told.push(say(languages.length < 2 ? 'versions.alone' : 'versions.agree'));
  if (format === 'json') emit(json({ schema: 'clausewatch/versions@1', text, languages, findings }), options);
  else if (format === 'markdown')
    emit(
      writeBlocks([
        heading(1, title),
        paragraph(words(languages.join(', '))),
        bullets(told.map((one) => [words(one)])),
      ]),
      options,
    );
  else {
    const style = styleFor(options);
    emit(
      `${[style.bold(safe(title)), languages.join(', '), ...told.map((one) => hang('', safe(one), 2, style))].join('\n')}\n`,
      options,
    );
  }
  return findings.length > 0 ? 1 : 0;
}
