import type { Change, Unit } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { gatherFacts } from '../rules/facts.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import { isLive, readSide, type Side } from '../rules/side.ts';

/** What a clause binds to, by the ladders of the rule pack. */
export interface Force {
  /** 1 may, 2 invite, 3 request, 4 instruct, 5 shall; 0 where nothing says, -1 where the language has no cues. */
  readonly modal: number;
  /** 0 share, 1 follow, 2 study, 3 guide, 4 specify, 5 operate, 6 regulate; -1 where no task is named. */
  readonly task: number;
  /** Objects of policy it names, by concept. */
  readonly scope: readonly string[];
  /** Limits and safeguards in it: concept and the words as the pack names them. */
  readonly limits: readonly Limit[];
}

export interface Limit {
  readonly concept: string;
  readonly member: string;
  /** As it stands in the clause. */
  readonly text: string;
}

const LIMIT = /^(?:lim|safe)\./u;
const OBJECT = /^(?:obj|scope)\b/u;

/** A clause that nothing happened to: it is read for what it says, not for what changed. */
const keptChange = (unit: Unit): Change => ({
  kind: 'unchanged',
  unit: 'clause',
  part: unit.part,
  base: [unit],
  revised: [unit],
  moved: false,
  renumbered: false,
  editorial: false,
  reasons: [],
  score: 1,
  pairing: { reason: 'identical', isAmbiguous: false },
  spans: [{ op: 'equal', text: unit.text }],
});

const limitsOf = (side: Side): Limit[] =>
  side.sightings
    .filter(({ concept, isMasked }) => LIMIT.test(concept) && !isMasked)
    .map(({ concept, member, from, to }) => ({
      concept,
      member,
      text: side.text.slice(side.tokens[from]?.start ?? 0, side.tokens[to - 1]?.end ?? 0),
    }));

/** Headings that leave the verb to the clause: "resolves that …", "is of the opinion that …". */
const OWN_VERB = new Set(['resolve', 'opine']);

/**
 * What binds a clause under "instructs", "invites" or "requests" is that verb: "can" in what is asked for, or "on
 * request", binds nobody less, and an invitation to ensure something is an invitation. Null where the clause has a verb
 * of its own ("resolves that ITU-T may …").
 */
const headingForce = ({ verb }: Unit, { heading }: Side, pack: RulePack): number | null => {
  if (verb === null || OWN_VERB.has(verb)) return null;
  const levels = pack.ladders.modal?.levels ?? {};
  const level = Math.max(-1, ...heading.map(({ concept }) => levels[concept] ?? -1));
  return level < 0 ? null : level;
};

/** Reads the force of a clause by itself; all levels are -1 in a language the pack has no cues for. */
export function forceOf(unit: Unit, language: Language, pack: RulePack): Force {
  const lexicon = pack.lexicon(language);
  if (lexicon === null) return { modal: -1, task: -1, scope: [], limits: [] };
  const change = keptChange(unit);
  const side = readSide(change, 'revised', lexicon);
  const facts = gatherFacts(change, side, side, pack.ladders, () => false);
  const scope = side.sightings.filter((each) => OBJECT.test(each.concept) && isLive(each));
  return {
    modal: headingForce(unit, side, pack) ?? facts.ladder('modal')[1],
    task: facts.ladder('work')[1],
    scope: [...new Set(scope.map(({ concept, member }) => `${concept} ${member}`))],
    limits: limitsOf(side),
  };
}
