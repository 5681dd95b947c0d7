import { symbolCharacter } from './symbol-font.ts';
import { isOn } from './styles.ts';
import { addRun, type Budget, type StoryState } from './story-state.ts';
import type { Attributes } from './walk-xml.ts';

/** What to do when the element closes; `skip` leaves out all that stands in it. */
export type Opened = (() => void) | 'skip' | undefined;
export type ElementHandler = (state: StoryState, attributes: Attributes, budget: Budget) => Opened;

const isInRun = (state: StoryState): boolean => state.path.at(-2) === 'w:r';

const sign =
  (text: string): ElementHandler =>
  (state, _attributes, budget) => {
    if (isInRun(state)) addRun(state, budget, 'text', text);
    return undefined;
  };

const capture =
  (kind: 'text' | 'math'): ElementHandler =>
  (state, attributes, budget) => {
    // Without xml:space="preserve" white space at the ends is layout of the file, not text.
    const captured = {
      kind,
      isPreserved: kind === 'math' || attributes('xml:space') === 'preserve',
      text: '',
    };
    state.capture = captured;
    return () => {
      state.capture = null;
      const text = captured.isPreserved
        ? captured.text
        : captured.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
      const mark = state.runs.at(-1)?.noteMark;
      if (mark != null) mark.text += text;
      else if (text !== '') addRun(state, budget, kind, text);
    };
  };

const field: ElementHandler = (state, attributes) => {
  const kind = attributes('w:fldCharType');
  if (kind === 'begin') state.fields.push('code');
  else if (kind === 'separate' && state.fields.length > 0) state.fields[state.fields.length - 1] = 'result';
  else if (kind === 'end') state.fields.pop();
  return undefined;
};

const noteReference =
  (kind: 'footnote' | 'endnote'): ElementHandler =>
  (state, attributes, budget) => {
    const key = `${kind}:${attributes('w:id') ?? ''}`;
    const run = state.runs.at(-1);
    const own = attributes('w:customMarkFollows') ?? '0';
    if (run !== undefined && own !== '0' && own !== 'false') run.noteMark = { key, text: '' };
    else addRun(state, budget, 'note', '', key);
    return undefined;
  };

const run: ElementHandler = (state, _attributes, budget) => {
  const draft = {
    emphasis: null,
    strong: null,
    styleId: null,
    noteMark: null as { key: string; text: string } | null,
  };
  state.runs.push(draft);
  return () => {
    if (draft.noteMark !== null) addRun(state, budget, 'note', draft.noteMark.text, draft.noteMark.key);
    state.runs.pop();
  };
};

/** Bold and italic count only where they belong to the run, not to the paragraph mark. */
const look =
  (name: 'emphasis' | 'strong'): ElementHandler =>
  (state, attributes) => {
    const draft = state.runs.at(-1);
    if (draft !== undefined && state.path.at(-3) === 'w:r') draft[name] = isOn(attributes);
    return undefined;
  };

const picture: ElementHandler = (state, _attributes, budget) => {
  const outer = state.picture;
  const drawn = { description: '', isPicture: false };
  state.picture = drawn;
  return () => {
    state.picture = outer;
    if (drawn.isPicture) addRun(state, budget, 'picture', drawn.description);
  };
};

const isPicture: ElementHandler = (state) => {
  if (state.picture !== null) state.picture.isPicture = true;
  return undefined;
};

const describe: ElementHandler = (state, attributes) => {
  if (state.picture !== null) state.picture.description ||= attributes('descr') ?? attributes('alt') ?? '';
  return undefined;
};

/** Elements of a run and what they are as text. */
export const RUN_HANDLERS: ReadonlyMap<string, ElementHandler> = new Map<string, ElementHandler>([
  ['w:r', run],
  ['w:t', capture('text')],
  ['w:delText', capture('text')],
  ['m:t', capture('math')],
  ['w:tab', sign('\t')],
  ['w:ptab', sign('\t')],
  ['w:br', sign('\n')],
  ['w:cr', sign('\n')],
  ['w:noBreakHyphen', sign('\u2011')],
  ['w:softHyphen', sign('\u00ad')],
  [
    'w:sym',
    (state, attributes, budget) => {
      const code = parseInt(attributes('w:char') ?? '', 16);
      if (code > 0 && code < 0x10ffff && (code < 0xd800 || code > 0xdfff)) {
        addRun(
          state,
          budget,
          'text',
          symbolCharacter(attributes('w:font') ?? '', String.fromCodePoint(code)),
        );
      }
      return undefined;
    },
  ],
  ['w:fldChar', field],
  ['w:instrText', () => 'skip'],
  ['w:delInstrText', () => 'skip'],
  ['w:footnoteReference', noteReference('footnote')],
  ['w:endnoteReference', noteReference('endnote')],
  ['w:i', look('emphasis')],
  ['w:b', look('strong')],
  [
    'w:rStyle',
    (state, attributes) => {
      const draft = state.runs.at(-1);
      if (draft !== undefined && state.path.at(-3) === 'w:r') draft.styleId = attributes('w:val') ?? null;
      return undefined;
    },
  ],
  ['w:rPrChange', () => 'skip'],
  ['w:rt', () => 'skip'],
  ['w:drawing', picture],
  ['w:pict', picture],
  ['w:object', picture],
  ['wp:docPr', describe],
  ['v:shape', describe],
  ['a:blip', isPicture],
  ['v:imagedata', isPicture],
  ['c:chart', isPicture],
  ['dgm:relIds', isPicture],
]);
