import { ordinalOf } from '../document/counterpart.ts';
import type { ScreenCommand } from '../pages/requests.ts';
import { SCREEN_COMMANDS, isReason, requestFor } from '../pages/requests.ts';
import type { Subject } from '../pages/subject.ts';
import { readId } from '../pages/subject.ts';
import type { AppState } from '../state/app-state.ts';
import { answered } from '../state/app-state.ts';
import type { Desk } from '../state/desk.ts';
import type { Handler, Handlers } from './handler.ts';
import { refuse } from './handler.ts';

/** What the comparison, and the clause one is on, are about. */
export function subjectOf(desk: Desk, { view }: Pick<AppState, 'view'>): Subject {
  const { base, revised } = desk.session.report;
  const id = readId(revised.facts.name);
  const from = readId(base.facts.name);
  const item = view.items[view.cursor];
  const change = item && item.kind !== 'fold' ? item.change : null;
  return {
    resolution: id?.resolution ?? from?.resolution ?? null,
    meeting: id?.meeting ?? null,
    text: id?.text ?? null,
    base: from?.text ?? null,
    basePath: change?.base[0]?.path ?? null,
    path: change?.revised[0]?.path ?? null,
    language: revised.resolution.language,
  };
}

const visit =
  (command: ScreenCommand): Handler =>
  (desk, state) => {
    if (!desk.session.pages) return refuse(desk, state, 'disabled.noLibrary');
    const request = requestFor(command, subjectOf(desk, state), true);
    if (isReason(request)) return refuse(desk, state, request.reason);
    return {
      state: answered(state, desk.say('page.reading')),
      effects: [{ kind: 'visit', request }],
    };
  };

/** The comparison of the next or previous proposal at the same meeting, at the same clause of the base. */
const proposal =
  (direction: 1 | -1): Handler =>
  (desk, state) => {
    const { pages } = desk.session;
    if (!pages) return refuse(desk, state, 'disabled.noLibrary');
    const { resolution, meeting, text, base, basePath, language } = subjectOf(desk, state);
    if (resolution === null || meeting === null || base === null)
      return refuse(desk, state, 'page.needs.meeting');
    const all = pages.proposals(resolution, meeting);
    const next = all[all.indexOf(text ?? '') + direction];
    if (next === undefined)
      return refuse(desk, state, direction > 0 ? 'disabled.noNextProposal' : 'disabled.noPreviousProposal');
    return {
      state: answered(state, desk.say('library.opening')),
      effects: [
        {
          kind: 'replace',
          base,
          revised: next,
          language,
          place: basePath === null ? null : { side: 'base', path: basePath },
        },
      ],
    };
  };

/** The same comparison in the next language both texts are there in, at the clause in the same place of its order. */
const otherLanguage: Handler = (desk, state) => {
  const { pages, report } = desk.session;
  if (!pages) return refuse(desk, state, 'disabled.noLibrary');
  const { text, base, path, basePath, language } = subjectOf(desk, state);
  if (text === null || base === null) return refuse(desk, state, 'disabled.noLibrary');
  const all = pages.languages(base, text);
  const next = all[(all.findIndex((one) => one === language) + 1) % Math.max(1, all.length)];
  if (next === undefined || next === language) return refuse(desk, state, 'disabled.oneLanguage');
  const side = path === null ? 'base' : 'revised';
  const ordinal = ordinalOf(report[side].resolution, path ?? basePath ?? '');
  return {
    state: answered(state, desk.say('library.opening')),
    effects: [
      {
        kind: 'replace',
        base,
        revised: text,
        language: next,
        place: ordinal ? { side, path: '' } : null,
        ...(ordinal ? { ordinal } : {}),
      },
    ],
  };
};

export const visiting: Handlers = {
  ...Object.fromEntries(SCREEN_COMMANDS.map((command) => [command, visit(command)])),
  'review.nextProposal': proposal(1),
  'review.previousProposal': proposal(-1),
  'review.otherLanguage': otherLanguage,
};
