import type { StoryIssue } from '../../../lib/core/sprint/story.ts';
import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { count } from '../../ui/wording/count.ts';
import { dayInWords, momentInWords } from '../../ui/wording/days-left.ts';
import { sizeInWords } from '../../ui/wording/sizes-of.ts';

/** One list of what happened: its entries with what is to be said of each. */
export interface StoryList {
  readonly id: string;
  readonly name: string;
  /** What counts here, in a sentence. */
  readonly means: string;
  readonly entries: readonly { readonly entry: StoryIssue; readonly note: string }[];
}

/** What happened in a sprint, as lists in the order in which it happens; empty ones among them, because “none” is told too. */
export function storyLists({ story, sprint }: Pick<SprintReport, 'story' | 'sprint'>): StoryList[] {
  const { span } = story;
  const first = dayInWords(span.from);
  const over = span.endedAt !== null;
  const list = <T extends StoryIssue>(id: string, name: string, means: string, entries: readonly T[], note: (entry: T) => string): StoryList => ({ id, name, means, entries: entries.map((entry) => ({ entry, note: note(entry) })) });
  const when = ({ at, by }: StoryIssue): string => `${momentInWords(at)}${by === null ? '' : ` by ${by}`}`;
  const size = ({ estimate, estimateIn }: StoryIssue): string => (estimate === null ? 'no estimate' : `estimate ${sizeInWords(estimate, estimateIn)}`);
  const sizeOrNone = (estimate: number | null, unit: StoryIssue['estimateIn']): string => (estimate === null ? 'none' : sizeInWords(estimate, unit));
  return [
    list('committed', 'Committed', `In the sprint at the end of its first day, ${first}, and not done before it.`, story.committed, size),
    list('added', 'Added', 'Came in after the first day.', story.added, (entry) => `${when(entry)}${entry.again ? ', again' : ''} · ${size(entry)}`),
    list('removed', 'Removed', 'Left after the first day: taken out, or closed without being done.', story.removed, (entry) => `${when(entry)}${entry.how === 'given-up' ? ', closed without being done' : ''}`),
    list('carried-once', 'Carried over once', 'The sprint before it did not finish them.', story.carriedIn.filter(({ times }) => times === 1), size),
    list('carried-more', 'Carried over twice or more', 'Two sprints in a row, or more, did not finish them.', story.carriedIn.filter(({ times }) => times > 1), (entry) => `in ${count(entry.times, 'sprint')} before · ${size(entry)}`),
    list('reestimated', 'Re-estimated', 'Their estimate was changed after the first day.', story.reestimated, (entry) => `from ${sizeOrNone(entry.from, entry.fromIn)} to ${sizeOrNone(entry.estimate, entry.estimateIn)}, ${when(entry)}`),
    list('reopened', 'Reopened', 'Were done and are not any more, or were not for a while.', story.reopened, when),
    list('done', 'Done', `Finished in ${sprint.title}: its increment.`, story.done, when),
    list('left', over ? 'Not finished' : 'Still open', over ? 'Open when it ended.' : 'In the sprint and not done.', story.carriedOut, size),
  ];
}
