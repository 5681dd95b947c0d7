import type { Language } from '../../../core/model/language.ts';
import { W_NAMESPACE } from './xml.ts';

/** Paragraph styles by the names of the ITU templates: id, name, paragraph and run properties. */
const PARAGRAPHS: readonly (readonly [id: string, name: string, paragraph: string, run: string])[] = [
  [
    'ResNo',
    'Res_No',
    '<w:keepNext/><w:spacing w:before="480"/><w:jc w:val="center"/>',
    '<w:caps/><w:sz w:val="28"/>',
  ],
  [
    'Restitle',
    'Res_title',
    '<w:keepNext/><w:spacing w:before="240"/><w:jc w:val="center"/>',
    '<w:b/><w:sz w:val="28"/>',
  ],
  ['Resref', 'Res_ref', '<w:keepNext/><w:jc w:val="center"/>', '<w:i/>'],
  ['Normalaftertitle', 'Normal_after_title', '<w:spacing w:before="360"/>', ''],
  ['Call', 'Call', '<w:keepNext/><w:spacing w:before="160"/><w:ind w:left="794"/>', '<w:i/>'],
  ['enumlev1', 'enumlev1', '<w:spacing w:before="80"/><w:ind w:left="794" w:hanging="794"/>', ''],
  ['enumlev2', 'enumlev2', '<w:spacing w:before="80"/><w:ind w:left="1191" w:hanging="397"/>', ''],
  ['enumlev3', 'enumlev3', '<w:spacing w:before="80"/><w:ind w:left="1588" w:hanging="397"/>', ''],
  [
    'AnnexNo',
    'Annex_No',
    '<w:keepNext/><w:spacing w:before="480"/><w:jc w:val="center"/>',
    '<w:caps/><w:sz w:val="28"/>',
  ],
  [
    'Annextitle',
    'Annex_title',
    '<w:keepNext/><w:spacing w:before="240"/><w:jc w:val="center"/>',
    '<w:b/><w:sz w:val="28"/>',
  ],
  [
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="28"/>',
  ],
  ['Heading2', 'heading 2', '<w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="1"/>', '<w:b/>'],
  ['Quote', 'Quote', '<w:ind w:left="567" w:right="567"/>', ''],
  ['FootnoteText', 'footnote text', '', '<w:sz w:val="20"/>'],
  ['CommentText', 'annotation text', '', '<w:sz w:val="20"/>'],
];

/** The styles of a Word file: the names that readers of ITU documents know. */
export function wordStyles(language: Language): string {
  const bidi = language === 'ar' ? '<w:bidi/>' : '';
  const right = language === 'ar' ? '<w:rtl/>' : '';
  const own = PARAGRAPHS.map(
    ([id, name, paragraph, run]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  return `<w:styles ${W_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="24"/>${right}<w:lang w:val="${language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:tabs><w:tab w:val="left" w:pos="794"/><w:tab w:val="left" w:pos="1191"/><w:tab w:val="left" w:pos="1588"/></w:tabs>${bidi}<w:spacing w:before="120"/></w:pPr></w:style>${own.join('')}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style></w:styles>`;
}
