import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Language } from '../../core/model/language.ts';
import type { Reference } from '../../core/model/reference.ts';
import { buildReference } from '../../core/parse/build-reference.ts';
import { markdownLines } from '../../core/parse/markdown-lines.ts';
import { partFrontMatter, textKey } from './front-matter.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** A reference text of the library as its numbered paragraphs. */
export function readReferenceFile(path: string, language: Language): Reference {
  const { keys, body } = partFrontMatter(readFileSync(path, 'utf8'), path);
  const reference = buildReference(markdownLines(processor.parse(body), body), language);
  return {
    ...reference,
    title: textKey(keys, 'title') ?? reference.title,
    isNumbered: keys.numbered === true,
  };
}
