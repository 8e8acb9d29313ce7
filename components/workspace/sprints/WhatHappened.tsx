import type { IssueKey } from '../../../lib/core/issue.ts';
import type { ReportIssue, SprintReport } from '../../../lib/messaging/messages.ts';
import { count } from '../../ui/wording/count.ts';
import { sinceInWords } from '../../sprint/burn-up-words.ts';
import { IssueEntry } from './IssueEntry.tsx';
import { type StoryList, storyLists } from './story-lists.ts';

/** Commitment, scope and carry-over: each a list of links, and how it is known. */
export function WhatHappened({ report }: { readonly report: SprintReport }) {
  const since = sinceInWords(report.story);
  return (
    <section className="sprint-section" aria-labelledby="happened">
      <h2 id="happened">What happened</h2>
      <p className="muted small">{since === '' ? 'By the tracker’s own histories, from the first day on.' : since}{report.story.span.fromBy === 'created' && ' No tracker says when it began: its first day is the day on which it was made.'}{report.story.span.fromBy === 'former' && ' Its first day is the day after the last day of the sprint before.'}</p>
      <div className="story">{storyLists(report).map((list) => <ListOf key={list.id} list={list} issues={report.issues} />)}</div>
    </section>
  );
}

function ListOf({ list: { id, name, means, entries }, issues }: { readonly list: StoryList; readonly issues: Readonly<Record<IssueKey, ReportIssue>> }) {
  if (entries.length === 0) return <p className="story-none" data-list={id}><span>{name}</span> <span className="count">0</span></p>;
  return (
    <details className="story-list" data-list={id}>
      <summary>{name} <span className="count">{entries.length}</span></summary>
      <p className="muted small">{means}</p>
      <ul className="sprint-lines">
        {entries.map(({ entry, note }, index) => <IssueEntry key={`${entry.issue} ${entry.at} ${index}`} issue={issues[entry.issue]} note={note} />)}
      </ul>
      {entries.some(({ entry }) => issues[entry.issue] === undefined) && <p className="muted small">{count(entries.filter(({ entry }) => issues[entry.issue] === undefined).length, 'more issue')} that Waymark no longer knows.</p>}
    </details>
  );
}
