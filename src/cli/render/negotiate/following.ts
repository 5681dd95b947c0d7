import type { FollowingOverview } from '../../../app/negotiate/read-following.ts';
import type { UiLanguage } from '../../../core/model/language.ts';
import type { Deadline, FollowedText } from '../../../core/negotiate/following.ts';
import { reportWords } from '../../../core/report/strings.ts';
import type { Say } from '../../../core/text/speak.ts';

const deadlineLine = ({ meeting, kind, date, days }: Deadline, say: Say): string | null => {
  if (days < 0) return kind === 'contributions' ? say('following.past', { meeting, date }) : null;
  return say(kind === 'contributions' ? 'following.deadline' : 'following.meets', { meeting, date, days });
};

const textLine = (
  { id, action, status, statusFrom, novelty, worst, dangers }: FollowedText,
  say: Say,
  report: Say,
): string => {
  const danger =
    worst === null
      ? say('following.noDanger')
      : [report(`severity.${worst}`), ...dangers.map((label) => report(`label.${label}`))].join(', ');
  const news = novelty === null ? '' : ` · ${say(novelty === 'new' ? 'following.new' : 'following.changed')}`;
  return `${id} · ${action} · ${say(`status.${status}`)}${statusFrom === 'outcome' ? ` (${say('status.shown')})` : ''}${news} · ${danger}`;
};

/** A line of the overview: 0 a heading, 1 to 3 deeper. */
export interface OverviewLine {
  readonly level: 0 | 1 | 2 | 3;
  readonly text: string;
  readonly isGrave: boolean;
}

/** What is new since the user last looked and what is dangerous in it, line by line. */
export function followingLines(overview: FollowingOverview, say: Say, language: UiLanguage): OverviewLine[] {
  const report = reportWords(language);
  const plain = (level: OverviewLine['level'], text: string): OverviewLine => ({
    level,
    text,
    isGrave: false,
  });
  const { looked, resolutions, deadlines } = overview;
  if (resolutions.length === 0) return [plain(0, say('following.none'))];
  const texts = resolutions.flatMap(({ regions }) => regions.flatMap((region) => region.texts));
  const news = texts.filter(({ novelty }) => novelty !== null);
  const grave = news.filter(({ dangers }) => dangers.length > 0);
  const lines: OverviewLine[] = [
    plain(0, say('following.title')),
    plain(1, looked === null ? say('following.neverLooked') : say('following.looked', { date: looked })),
    ...deadlines.flatMap((one) => deadlineLine(one, say) ?? []).map((text) => plain(1, text)),
    news.length === 0
      ? plain(1, say('following.quiet'))
      : {
          level: 1 as const,
          text: say('following.news', { count: news.length, grave: grave.length }),
          isGrave: grave.length > 0,
        },
  ];
  for (const { id, title, regions } of resolutions) {
    lines.push(plain(0, `${id} ${title}`));
    for (const { acronym, texts: own } of regions) {
      lines.push(plain(1, acronym ?? say('following.others')));
      // What is new comes first, and of that the most dangerous.
      const sorted = own.toSorted(
        (a, b) => Number(b.novelty !== null) - Number(a.novelty !== null) || b.red - a.red,
      );
      for (const text of sorted)
        lines.push(
          {
            level: 2,
            text: textLine(text, say, report),
            isGrave: text.dangers.length > 0 && text.novelty !== null,
          },
          ...(text.novelty === null ? [] : text.gravest).map(({ path, label }) =>
            plain(3, `${path}: ${report(`label.${label}`)}`),
          ),
        );
    }
  }
  if (news.length > 0) lines.push(plain(0, say('following.hint')));
  return lines;
}
