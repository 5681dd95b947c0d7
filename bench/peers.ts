import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffLines, diffWords, diffWordsWithSpace } from 'diff';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { compareResolutions } from '../src/core/diff/compare-resolutions.ts';
import { unitsOf } from '../src/core/diff/units.ts';
import type { Change, Span, Unit } from '../src/core/model/change.ts';
import type { Resolution } from '../src/core/model/resolution.ts';

/** What an engine is given: the same two texts as plain lines and as trees. */
export interface BenchInput {
  readonly plain: readonly [base: string, revised: string];
  readonly trees: readonly [base: Resolution, revised: Resolution];
}

/** What an engine says, brought to one form. */
export interface Verdict {
  readonly isRejectExact: boolean | string;
  readonly isAcceptExact: boolean | string;
  /** Places (from 0) of the base clauses whose words are shown as kept, or that are said to have moved. */
  readonly keptBase: ReadonlySet<number>;
  /** Places of the revised clauses in which something is marked as changed. */
  readonly markedRevised: ReadonlySet<number>;
  /** Number of moves the engine itself speaks of; null when it has no such word. */
  readonly moves: number | null;
}

export interface Engine {
  readonly name: string;
  /** Loads what it needs and gives the function that is timed; that one gives the function that reads the result. */
  readonly prepare: (input: BenchInput) => Promise<() => Promise<() => Promise<Verdict>>>;
}

/** Lines that are clauses: the rest are the frame and the headings. */
export const isClauseLine = (line: string): boolean =>
  line !== '' && !line.startsWith('#') && !line.startsWith('*');

/** Most of a clause's words kept: nine tenths of its characters. */
const MOSTLY = 0.9;

const keptShares = (text: string, spans: readonly Span[], gone: Span['op']): number[] => {
  const kept = new Uint8Array(text.length);
  let at = 0;
  for (const { op, text: piece } of spans) {
    if (op === gone) continue;
    if (op === 'equal') kept.fill(1, at, at + piece.length);
    at += piece.length;
  }
  const shares: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (isClauseLine(line)) {
      let count = 0;
      for (let place = start; place < start + line.length; place++) count += kept[place] ?? 0;
      shares.push(count / line.length);
    }
    start += line.length + 1;
  }
  return shares;
};

const verdictOf = (spans: readonly Span[], [base, revised]: BenchInput['plain'], isText = false): Verdict => {
  const side = (gone: Span['op']) => spans.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('');
  const same = (a: string, b: string): boolean | string => {
    if (a === b) return true;
    const words = (text: string) => text.split(/\s+/u).join('');
    return isText && words(a) === words(b) ? 'but for spaces' : false;
  };
  return {
    isRejectExact: same(side('insert'), base),
    isAcceptExact: same(side('delete'), revised),
    keptBase: new Set(
      keptShares(base, spans, 'insert').flatMap((share, at) => (share >= MOSTLY ? [at] : [])),
    ),
    markedRevised: new Set(
      keptShares(revised, spans, 'delete').flatMap((share, at) => (share < 1 ? [at] : [])),
    ),
    moves: null,
  };
};

interface JsPart {
  readonly added?: boolean;
  readonly removed?: boolean;
  readonly value: string;
}

const fromParts = (parts: readonly JsPart[]): Span[] =>
  parts.map(({ added, removed, value }) => ({
    op: added === true ? 'insert' : removed === true ? 'delete' : 'equal',
    text: value,
  }));

const spanEngine = (name: string, diff: (base: string, revised: string) => Span[]): Engine => ({
  name,
  prepare: ({ plain }) =>
    Promise.resolve(() => {
      const spans = diff(...plain);
      return Promise.resolve(() => Promise.resolve(verdictOf(spans, plain)));
    }),
});

/** Lines first; then the k-th line that went and the k-th that came, by words. */
const linesThenWords = (base: string, revised: string): Span[] => {
  const parts = diffLines(base, revised);
  const spans: Span[] = [];
  const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (part === undefined) break;
    if (!part.removed || next?.added !== true) {
      spans.push(...fromParts([part]));
      continue;
    }
    const [gone, come] = [linesOf(part.value), linesOf(next.value)];
    for (let line = 0; line < Math.max(gone.length, come.length); line++) {
      spans.push(...fromParts(diffWordsWithSpace(gone[line] ?? '', come[line] ?? '')));
    }
    at++;
  }
  return spans;
};

const clausewatch: Engine = {
  name: 'Clausewatch',
  prepare: ({ trees }) =>
    Promise.resolve(() => {
      const { changes } = compareResolutions(...trees);
      return Promise.resolve(() => Promise.resolve(verdictOfChanges(changes, trees)));
    }),
};

const verdictOfChanges = (changes: readonly Change[], trees: BenchInput['trees']): Verdict => {
  const places = trees.map(
    (tree) =>
      new Map(
        unitsOf(tree)
          .filter(({ unit }) => unit === 'clause')
          .map(({ path }, at) => [path, at]),
      ),
  );
  const joined = (units: readonly Unit[]) => units.map(({ text }) => text).join('\n');
  const project = ({ spans }: Change, gone: Span['op']) =>
    spans.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('');
  const all = (side: 'base' | 'revised', tree: Resolution | undefined) =>
    tree !== undefined && changes.flatMap((change) => change[side]).length === unitsOf(tree).length;
  const clauses = changes.filter(({ unit }) => unit === 'clause');
  const place = (side: 0 | 1, unit: Unit) => places[side]?.get(unit.path) ?? -1;
  return {
    isRejectExact:
      all('base', trees[0]) && changes.every((one) => project(one, 'insert') === joined(one.base)),
    isAcceptExact:
      all('revised', trees[1]) && changes.every((one) => project(one, 'delete') === joined(one.revised)),
    keptBase: new Set(
      clauses.filter(({ moved }) => moved).flatMap(({ base }) => base.map((unit) => place(0, unit))),
    ),
    markedRevised: new Set(
      clauses
        .filter(({ kind, reasons }) => kind !== 'unchanged' && kind !== 'renumbered' && reasons.length > 0)
        .flatMap(({ revised }) => revised.map((unit) => place(1, unit))),
    ),
    moves: clauses.filter(({ moved }) => moved).length,
  };
};

const diffMatchPatch: Engine = {
  name: 'diff-match-patch, semantic',
  prepare: async ({ plain }) => {
    const { diff_match_patch: Differ } = (await import('diff-match-patch')).default;
    return () => {
      const differ = new Differ();
      const diffs = differ.diff_main(...plain);
      differ.diff_cleanupSemantic(diffs);
      return Promise.resolve(() => {
        const spans = diffs.map(([op, text]): Span => ({
          op: op === 0 ? 'equal' : op < 0 ? 'delete' : 'insert',
          text,
        }));
        return Promise.resolve(verdictOf(spans, plain));
      });
    };
  },
};

/** fast-diff goes by characters: each different word is made one. */
const fastDiff: Engine = {
  name: 'fast-diff, by words',
  prepare: async ({ plain }) => {
    const { default: diff } = await import('fast-diff');
    return () => {
      const codes = new Map<string, string>();
      const words: string[] = [];
      const encode = (text: string) =>
        (text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? [])
          .map((word) => {
            let code = codes.get(word);
            if (code === undefined) {
              // Past the surrogates: fast-diff must not see halves of pairs.
              code = String.fromCharCode(words.length < 0xd000 ? words.length + 1 : words.length + 0x1001);
              codes.set(word, code);
              words.push(word);
            }
            return code;
          })
          .join('');
      const [base, revised] = [encode(plain[0]), encode(plain[1])];
      const diffs = diff(base, revised);
      return Promise.resolve(() => {
        const byCode = new Map([...codes].map(([word, code]) => [code, word]));
        const spans = diffs.map(([op, text]): Span => ({
          op: op === 0 ? 'equal' : op < 0 ? 'delete' : 'insert',
          text: Array.from(text, (code) => byCode.get(code) ?? '').join(''),
        }));
        return Promise.resolve(verdictOf(spans, plain));
      });
    };
  },
};

const gitWordDiff: Engine = {
  name: 'git --word-diff (a process)',
  prepare: ({ plain }) => {
    const folder = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
    process.on('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    writeFileSync(join(folder, 'base'), plain[0]);
    writeFileSync(join(folder, 'revised'), plain[1]);
    const options = [
      'diff',
      '--no-index',
      '--no-color',
      '--word-diff=porcelain',
      '-U9999999',
      'base',
      'revised',
    ];
    return Promise.resolve(() => {
      const { stdout, error } = spawnSync('git', options, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      });
      if (error !== undefined) throw error;
      return Promise.resolve(() => {
        const lines = stdout.split('\n');
        const body = lines.slice(lines.findIndex((line) => line.startsWith('@@')) + 1);
        const ops: Readonly<Record<string, Span['op']>> = { ' ': 'equal', '-': 'delete', '+': 'insert' };
        const spans = body.flatMap((line): Span[] => {
          const op = ops[line.charAt(0)];
          if (line === '~') return [{ op: 'equal', text: '\n' }];
          return op === undefined ? [] : [{ op, text: line.slice(1) }];
        });
        return Promise.resolve(verdictOf(spans, plain, true));
      });
    });
  },
};

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The plainest Word document that holds these lines. */
const toDocx = (text: string): Uint8Array => {
  const namespace = 'http://schemas.openxmlformats.org';
  const paragraphs = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="r1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${namespace}/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
    ),
  });
};

const paragraphsOf = (docx: Uint8Array): string[] => {
  const file = unzipSync(docx)['word/document.xml'];
  return (file === undefined ? '' : strFromU8(file)).match(/<w:p[ >][^]*?<\/w:p>/gu) ?? [];
};

const NAMED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

const textOfParagraph = (paragraph: string): string =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    .map(([, text]) => text ?? '')
    .join('')
    .replace(/&(?:lt|gt|amp|quot|apos);/gu, (entity) => NAMED[entity] ?? entity);

const textOfDocx = (docx: Uint8Array): string =>
  paragraphsOf(docx)
    .map(textOfParagraph)
    .filter((line) => line !== '')
    .join('\n');

/** Places of the clauses of the revised text in which a redline tracks a change. */
const markedOf = (redline: Uint8Array): Set<number> => {
  const marked = new Set<number>();
  let place = 0;
  for (const paragraph of paragraphsOf(redline)) {
    const revised = textOfParagraph(paragraph.replace(/<w:moveFrom [^]*?<\/w:moveFrom>/gu, ''));
    if (!isClauseLine(revised)) continue;
    if (/<w:(?:ins|del|moveTo) /u.test(paragraph)) marked.add(place);
    place++;
  }
  return marked;
};

const docxodus: Engine = {
  name: 'Docxodus DocxDiff (from DOCX)',
  prepare: async ({ plain }) => {
    const engine = await import('docxodus/core').catch(() => null);
    if (engine === null) throw new Error('docxodus is not installed');
    await engine.initialize();
    const [base, revised] = [toDocx(plain[0]), toDocx(plain[1])];
    return async () => {
      const revisions = await engine.docxDiffGetRevisions(base, revised);
      return async () => {
        const redline = await engine.docxDiffCompare(base, revised);
        const lines = (text: string) => text.split('\n').filter((line) => line !== '');
        const same = (docx: Uint8Array, text: string) => textOfDocx(docx) === lines(text).join('\n');
        const moved = revisions.filter(({ revisionType }) => revisionType === 'Moved');
        const texts = moved.map(({ text }) => text.trim());
        return {
          isRejectExact: same(await engine.docxDiffRejectRevisions(redline), plain[0]),
          isAcceptExact: same(await engine.docxDiffAcceptRevisions(redline), plain[1]),
          keptBase: new Set(
            lines(plain[0])
              .filter(isClauseLine)
              .flatMap((line, at) => (texts.some((text) => text !== '' && line.endsWith(text)) ? [at] : [])),
          ),
          markedRevised: markedOf(redline),
          moves: new Set(moved.map(({ moveGroupId }) => moveGroupId)).size,
        };
      };
    };
  },
};

/** Clausewatch first, then the engines it is measured against. */
export const ENGINES: readonly Engine[] = [
  clausewatch,
  spanEngine('jsdiff lines, then words', linesThenWords),
  spanEngine('jsdiff diffWords', (base, revised) => fromParts(diffWords(base, revised))),
  spanEngine('jsdiff diffWordsWithSpace', (base, revised) => fromParts(diffWordsWithSpace(base, revised))),
  diffMatchPatch,
  fastDiff,
  gitWordDiff,
  docxodus,
];
