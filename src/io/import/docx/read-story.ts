import { BLOCK_HANDLERS } from './story-blocks.ts';
import { PROPERTY_HANDLERS } from './story-properties.ts';
import { RUN_HANDLERS } from './story-runs.ts';
import { newStory, type Budget, type StoryState } from './story-state.ts';
import type { TrackedBlock } from './tracked-document.ts';
import { walkXml, type Attributes } from './walk-xml.ts';

const HANDLERS = new Map([...RUN_HANDLERS, ...BLOCK_HANDLERS, ...PROPERTY_HANDLERS]);

export interface Story {
  readonly blocks: readonly TrackedBlock[];
  /** Attributes of the element that holds the story: the id of a note, the author of a comment. */
  readonly attribute: (name: string) => string | undefined;
}

type Shared = Pick<StoryState, 'styles' | 'links' | 'messages' | 'anchors' | 'openAnchors'>;

const KEPT = ['w:id', 'w:type', 'w:author', 'w:date'] as const;

const keepAttributes = (attributes: Attributes): Story['attribute'] => {
  const kept = new Map<string, string | undefined>(KEPT.map((name) => [name, attributes(name)]));
  return (name) => kept.get(name);
};

/**
 * Reads the stories of a part: the content of every `root` element (`w:body`, `w:footnote`, `w:comment`),
 * as blocks with their history. One pass over the events, no tree.
 */
export function readStories(
  part: { readonly name: string; readonly bytes: Uint8Array },
  root: string,
  shared: Shared,
  budget: Budget,
): readonly Story[] {
  const stories: Story[] = [];
  const closers: ((() => void) | undefined)[] = [];
  let state: StoryState | null = null;
  let rootDepth = 0;
  let depth = 0;
  let skipFrom = 0;
  walkXml(part.bytes, part.name, {
    open: (name, attributes) => {
      depth++;
      if (skipFrom > 0) return;
      if (state === null) {
        if (name !== root) return;
        const blocks: TrackedBlock[] = [];
        state = newStory(shared);
        state.containers.push(blocks);
        rootDepth = depth;
        stories.push({ blocks, attribute: keepAttributes(attributes) });
        return;
      }
      state.path.push(name);
      const opened = HANDLERS.get(name)?.(state, attributes, budget);
      if (opened === 'skip') skipFrom = depth;
      closers.push(typeof opened === 'function' ? opened : undefined);
    },
    close: () => {
      const isRoot = state !== null && depth === rootDepth;
      if (skipFrom === 0 || depth === skipFrom) {
        if (isRoot) state = null;
        else if (state !== null) {
          closers.pop()?.();
          state.path.pop();
        }
        skipFrom = 0;
      }
      depth--;
    },
    text: (text) => {
      if (skipFrom === 0 && state?.capture != null) state.capture.text += text;
    },
  });
  return stories;
}
