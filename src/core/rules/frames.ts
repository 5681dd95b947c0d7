import { isWord } from './grammar.ts';
import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Words before a course in which the verb that holds it is looked for. */
const HOLDER_REACH = 12;
/** Words between "run" and the course it runs. */
const RUN_REACH = 2;
/** Words after "by means of" that name the means. */
const MEANS_REACH = 5;
/** Verbs that share, help and follow: under them a course is a course, whatever it teaches. */
const HOLDS = /^act\.(?:share|follow)$/u;
const VERB = /^act\.(?:share|follow|study|guide|specify|operate|regulate)$/u;
const STRONG = /^(?:act\.(?:operate|regulate|specify)|mach\.create)$/u;

/**
 * Words that a course teaches and words that name a means: "training on the operation of resolvers" and
 * "translated by means of artificial intelligence" give nobody a task about resolvers or intelligence.
 */
export function findFramed(tokens: readonly Token[], hits: readonly Hit[]): boolean[] {
  const courses = new Set(findCourses(tokens, hits).map((hit) => hit.from));
  const framed = tokens.map(() => false);
  for (const hit of hits) {
    if (hit.concept === 'frame.means') {
      for (let i = hit.to; i < Math.min(tokens.length, hit.to + MEANS_REACH); i++) framed[i] = true;
      continue;
    }
    if (hit.concept !== 'frame.capacity' || !courses.has(hit.from)) continue;
    const end = courseEnd(tokens, hits, hit);
    for (let i = hit.to; i < end; i++) framed[i] = true;
  }
  return framed;
}

/** Courses that are held, as against courses that are talked about. */
export function findCourses(tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  return hits
    .filter((hit) => hit.concept === 'frame.capacity' && isHeld(tokens, hits, hit))
    .map((hit) => ({ concept: 'frame.course', member: 'course', from: hit.from, to: hit.to }));
}

/** Whether a verb of sharing holds the course: the head of its task, or none; "to specify, after the seminars of 2023, …" is no course. */
function isHeld(tokens: readonly Token[], hits: readonly Hit[], course: Hit): boolean {
  let start = 0;
  for (let i = 0; i < course.from; i++) if (tokens[i]?.stop === ';') start = i + 1;
  for (const hit of hits)
    if (hit.concept === 'task.break' && hit.from > start && hit.from < course.from) {
      const isTask = hits.some(
        (verb) => verb.concept.startsWith('act.') && verb.from >= hit.from && verb.from <= hit.to + 1,
      );
      if (isTask) start = hit.from;
    }
  const verbs = hits.filter((hit) => VERB.test(hit.concept) && hit.from >= start && hit.from < course.from);
  const head = verbs[0];
  if (head === undefined) return course.from - start <= HOLDER_REACH;
  if (course.from - head.to > HOLDER_REACH) return false;
  // "To run a webinar", "to manage a course": run what you like, it stays a course.
  if (head.concept === 'act.operate' && course.from - head.to <= RUN_REACH) return true;
  return verbs.some((hit) => hit.from === head.from && HOLDS.test(hit.concept));
}

/** Where a course ends: at the end of the sentence, or before a strong verb that stands beside it. */
function courseEnd(tokens: readonly Token[], hits: readonly Hit[], course: Hit): number {
  let end = tokens.length;
  for (let i = course.to; i < tokens.length; i++)
    if (';'.includes(tokens[i - 1]?.stop ?? '') && tokens[i - 1]?.stop !== '') {
      end = i;
      break;
    }
  const isLesson = isWord('lesson', tokens[course.from]?.key ?? '');
  for (const hit of hits) {
    if (hit.from < course.to || hit.from >= end || !STRONG.test(hit.concept)) continue;
    if (isWord('noun', tokens[hit.from]?.key ?? '')) continue;
    let at = hit.from - 1;
    let isAsked = false;
    while (at > course.from && isWord('particle', tokens[at]?.key ?? '')) {
      isAsked = isWord('asks', tokens[at]?.key ?? '');
      at--;
    }
    // "To teach engineers how to manage …, allocate … and run …": all of it is taught.
    if (isLesson && (!isAsked || tokens[hit.from - 1]?.key === 'a')) continue;
    const isBeside = isWord('then', tokens[at]?.key ?? '') || (isAsked && (tokens[at]?.stop ?? '') === ',');
    if (isBeside) end = Math.min(end, hit.from);
  }
  return end;
}

const OWN = /^(?:obj|act|surv|sov|mach|norm|scope)\b/u;
/** Words of a subject before its denied verb, at most. */
const SUBJECT_REACH = 25;

/** Marks the subject of a denied verb, up to the conjunction or stop before it. */
export function denySubjects(
  tokens: readonly Token[],
  hits: readonly Hit[],
  exempt: ReadonlySet<number>,
  negated: boolean[],
): void {
  for (const hit of hits) {
    const key = tokens[hit.from]?.key ?? '';
    if (hit.concept !== 'neg' || hit.to - hit.from !== 1 || exempt.has(hit.from) || !isWord('denies', key))
      continue;
    // "Data that do not cross the border": the cue speaks with its own negation.
    if (
      hits.some(
        (own) => own.concept !== 'neg' && OWN.test(own.concept) && own.from <= hit.from && own.to > hit.from,
      )
    )
      continue;
    if (key === 'not' && !isWord('auxiliary', tokens[hit.from - 1]?.key ?? '')) continue;
    for (let i = hit.from - 1; i >= Math.max(0, hit.from - SUBJECT_REACH); i--) {
      if (isWord('relative', tokens[i]?.key ?? '') || /[;:]/u.test(tokens[i]?.stop ?? '')) break;
      if (i < hit.from - 1 && tokens[i]?.stop === ',') break;
      negated[i] = true;
    }
  }
}
