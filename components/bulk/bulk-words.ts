import type { BulkIssueState, BulkReview, BulkView, NamedItem } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';

/** The states of a bulk tagging's issues as people read them, in the order of a summary. */
export const STATES: readonly (readonly [BulkIssueState, string])[] = [
  ['done', 'written'], ['local', 'kept in this browser'], ['already', 'already so'], ['waiting', 'waiting'], ['conflict', 'changed by a teammate'], ['failed', 'not written'], ['stopped', 'not sent'],
  ['left-alone', 'left alone'], ['overtaken', 'tagged otherwise since'], ['undone', 'taken back'],
];

/** `Tag 500 issues to Faster checkout`, `Take the roadmap item off 12 issues` */
export function wishInWords(issues: number, item: NamedItem | null): string {
  return item === null ? `Take the roadmap item off ${count(issues, 'issue')}` : `Tag ${count(issues, 'issue')} to ${item.title}`;
}

/** What one way does, before it is done: `380 issues: the label roadmap:faster-checkout on GitHub` */
export function wayInWords({ host, tracker, via, because, issues }: BulkReview['ways'][number], item: NamedItem | null): string {
  if (via === 'local') return `${count(issues, 'issue')}: ${because}`;
  const label = item === null ? 'the roadmap label comes off' : `the label roadmap:${item.id}`;
  return `${count(issues, 'issue')}: ${label} on ${trackerName(host)}${tracker === 'jira' ? ', and the hidden “waymark” data' : ''}`;
}

/** So long at least: trackers are written once a second, each for itself. `under a minute`, `about 5 minutes` */
export function leastTime(ways: BulkReview['ways'], included: number): string {
  const perHost = Map.groupBy(ways.filter(({ via }) => via === 'label'), ({ host }) => host);
  const minutes = (Math.max(0, ...[...perHost.values()].map((group) => group.reduce((sum, { issues }) => sum + issues, 0))) + included) / 60;
  return minutes < 1 ? 'under a minute' : `about ${count(Math.ceil(minutes), 'minute')}`;
}

/** How much of it is done: of the tagging, or of its way back, which what never left does not go. */
export function doneOf({ item, counts, total, state }: Pick<BulkView, 'item' | 'counts' | 'total' | 'state'>): { label: string; done: number; of: number } {
  if (state === 'undoing' || state === 'undone') return { label: 'Taken back', done: counts.undone, of: counts.undone + counts.waiting + counts.failed + counts.conflict };
  return { label: item === null ? 'Untagged' : 'Tagged', done: counts.done + counts.local + counts.already, of: total };
}

/** Where it stands, in one line: `132 of 500 issues tagged to Faster checkout; 368 waiting` */
export function progressInWords({ item, counts, total, state }: BulkView): string {
  const target = item === null ? 'untagged' : `tagged to ${item.title}`;
  if (state === 'undoing') return `Taking back: ${counts.undone.toLocaleString('en')} taken back, ${counts.waiting.toLocaleString('en')} waiting`;
  const done = counts.done + counts.local + counts.already;
  const rest = STATES.filter(([name]) => ['waiting', 'conflict', 'failed', 'stopped'].includes(name) && counts[name] > 0).map(([name, word]) => `${counts[name].toLocaleString('en')} ${word}`);
  if (state === 'undone') return [`Taken back: ${count(counts.undone, 'issue')} ${counts.undone === 1 ? 'is' : 'are'} as before`, ...rest].join('; ');
  return [`${done.toLocaleString('en')} of ${count(total, 'issue')} ${target}`, ...rest].join('; ');
}
