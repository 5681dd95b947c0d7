import { writeSync } from 'node:fs';
import { reduceReview } from '../../../src/core/review/reducer.ts';
import { readReview, writeReview } from '../../../src/io/reviews/review-file.ts';

// A program that notes without pause and says what it has saved: `save-notes FOLDER NAME COUNT`.
const [, , folder = '', name = '', count = '0'] = process.argv;
let review = readReview(folder, 'base', 'revised', 'en', name);
for (let at = 1; at <= Number(count); at++) {
  const id = `${name}-${at}`;
  const instant = new Date(at * 1000).toISOString();
  const note = {
    id,
    anchor: { side: 'revised' as const, path: `resolves ${at}`, quote: 'to study' },
    stance: 'watch' as const,
    comment: `Note ${id}. ${'Words that must not be lost. '.repeat(200)}`,
    author: name,
    created: instant,
    updated: instant,
  };
  const noted = reduceReview(reduceReview(review, { kind: 'putNote', note }), {
    kind: 'decide',
    decision: { flag: id, decision: 'dismissed', reason: 'no', author: name, decided: instant },
  });
  writeReview(folder, noted, 'en', { author: name, known: review });
  review = noted;
  writeSync(1, `${id}\n`);
}
