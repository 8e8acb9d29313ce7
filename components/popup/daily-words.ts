import type { IssueKey } from '../../lib/core/issue.ts';
import type { DailyChanges } from '../../lib/core/sprint/daily.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { dayInWords } from '../ui/wording/days-left.ts';

export interface DailyList {
  readonly name: 'finished' | 'started' | 'added' | 'removed' | 'newly flagged';
  readonly issues: readonly IssueKey[];
}

/** What changed, list by list, those without an issue left out. */
export function dailyLists({ finished, started, added, removed, flagged }: DailyChanges): DailyList[] {
  const lists: DailyList[] = [
    { name: 'finished', issues: keysOf(finished) }, { name: 'started', issues: keysOf(started) }, { name: 'added', issues: keysOf(added) }, { name: 'removed', issues: keysOf(removed) },
    { name: 'newly flagged', issues: keysOf(flagged ?? []) },
  ];
  return lists.filter(({ issues }) => issues.length > 0);
}

/** `Since yesterday`, or after a weekend `Since Fri 20 Nov`; with its end, where nothing was read after it: `Since Wed 11 Nov, up to Thu 12 Nov`. `today`: the team’s; `null` where that is not known. */
export function sinceDay({ since, until }: Pick<DailyChanges, 'since' | 'until'>, today: PlainDate | null): string {
  const end = until === undefined ? '' : `, up to ${dayInWords(until)}`;
  return `Since ${today !== null && Date.parse(today) - Date.parse(since) === 86_400_000 && end === '' ? 'yesterday' : dayInWords(since)}${end}`;
}

/** `changesInWords([{name: 'finished', issues: [two]}, {name: 'added', issues: [one]}])` → `2 finished · 1 added` */
export function changesInWords(lists: readonly DailyList[]): string {
  return lists.map(({ name, issues }) => `${issues.length} ${name}`).join(' · ');
}

function keysOf(entries: readonly { readonly issue: IssueKey }[]): IssueKey[] {
  return entries.map(({ issue }) => issue);
}
