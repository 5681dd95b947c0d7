import { compositeLines } from '../../../core/negotiate/composite-lines.ts';
import type { Composite, CompositeRow } from '../../../core/negotiate/composite-types.ts';
import { negotiationWords } from '../../../core/negotiate/strings.ts';
import type { UiLanguage } from '../../../core/model/language.ts';

/** A stretch of a consolidated paragraph: words, a bracket or the bar between options, or who has the words before. */
export interface CompositeToken {
  readonly kind: 'words' | 'bracket' | 'names';
  readonly text: string;
}

/** One paragraph of the consolidated text; a clause that stands in several versions has one for each. */
export interface CompositeParagraph {
  readonly row: CompositeRow;
  readonly label: string | null;
  readonly hasOptions: boolean;
  readonly tokens: readonly CompositeToken[];
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Between two versions of a whole clause. */
const VERSIONS = /(?<=\}\]) \/ (?=\[)/u;

/** The versions of a clause, a paragraph each; that somebody has nothing here stands behind the version before. */
const versionsOf = (text: string, names: RegExp, gone: string): string[] => {
  const versions: string[] = [];
  for (const version of text.split(VERSIONS)) {
    const own = version.replace(names, '').replace(/[[\]]/g, '').trim();
    const last = versions.at(-1);
    if (last !== undefined && (own === '–' || own === gone))
      versions[versions.length - 1] = `${last} / ${version}`;
    else versions.push(version);
  }
  return versions;
};

/**
 * The consolidated text as paragraphs, told apart into words, brackets and the names of those who have them, so that
 * each can be set in its own way. Only names of this negotiation in braces are names: a text may hold braces of its own.
 */
export function compositeParagraphs(composite: Composite, language: UiLanguage): CompositeParagraph[] {
  const say = negotiationWords(language);
  const lines = compositeLines(composite, say);
  const name = [...composite.sponsors.map((sponsor) => sponsor.name), say('composite.base')]
    .map(escapeRegExp)
    .join('|');
  const names = new RegExp(`\\{(?:${name})(?:, (?:${name}))*\\}`, 'gu');
  const marks = new RegExp(
    `(${names.source}|\\[(?!\\^)|(?<!\\[\\^[^\\]\\s]{1,20})\\]|(?<=\\}\\]? )/(?= ))`,
    'gu',
  );
  return lines.flatMap(({ text, hasOptions }, at) => {
    const row = composite.rows[at];
    if (row === undefined) return [];
    return versionsOf(text, names, say('composite.delete')).map((version) => {
      const lead = row.label === null ? '' : `${row.label} `;
      const isOwn = version.startsWith(lead) && lead !== '';
      const own = isOwn ? version.slice(lead.length) : version;
      const tokens = own
        .split(marks)
        .filter((part) => part !== '')
        .map((part): CompositeToken => {
          if (hasOptions && /^[[\]/]$/u.test(part)) return { kind: 'bracket', text: part };
          const isName = part.search(names) === 0 && part.endsWith('}');
          return { kind: isName ? 'names' : 'words', text: part };
        });
      return { row, label: isOwn ? row.label : null, hasOptions, tokens };
    });
  });
}
