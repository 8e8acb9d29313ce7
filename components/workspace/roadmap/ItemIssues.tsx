import { useCallback } from 'react';
import type { RoadmapIssue, RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useAnswer } from '../../ui/useAnswer.ts';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { sizeInWords } from '../../ui/wording/sizes-of.ts';
import { STATUSES } from '../../ui/wording/status.ts';
import { IssueScore } from './IssueScore.tsx';
import type { SheetEvents } from './roadmap-events.ts';

interface Props {
  readonly entry: RoadmapItemView;
  readonly onIssues: SheetEvents['onIssues'];
}

const VIA = { label: 'by label', shared: 'shared in the issue', local: 'in this browser only', parent: 'through its parent', rule: 'by a rule' } as const;

/** What the work is, over both trackers: the open issues by score, then the finished ones. */
export function ItemIssues({ entry, onIssues }: Props) {
  // Asked for again whenever the item was read anew.
  const { answer: asked, problem } = useAnswer(useCallback(() => onIssues(entry.item.id), [entry, onIssues]));
  const answer = asked?.value ?? null;
  const total = answer?.total ?? entry.progress.issues.total;
  return (
    <section className="sheet-section" aria-labelledby="sheet-issues" aria-busy={answer === null && problem === null}>
      <h3 id="sheet-issues">Issues <span className="count">{total.toLocaleString('en')}</span></h3>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      {answer === null && problem === null && <div className="stack" aria-hidden="true"><span className="skeleton" /><span className="skeleton" /><span className="skeleton" /></div>}
      {answer !== null && answer.issues.length === 0 && <p className="muted">None yet. Tag an issue to this item from its badge on GitHub or Jira, or say above which issues belong to it.</p>}
      {answer !== null && answer.issues.length > 0 && <ol className="issues">{answer.issues.map((issue) => <IssueRow key={issue.key} issue={issue} />)}</ol>}
      {answer !== null && answer.total > answer.issues.length && <p className="muted small">{answer.issues.length} of {answer.total.toLocaleString('en')} are shown, open ones before finished ones.</p>}
      {answer !== null && answer.total > entry.progress.issues.total && <p className="muted small">{countedInWords(entry.progress.issues.total)}</p>}
    </section>
  );
}

/** Why the progress counts fewer than the list has: `countedInWords(82)` → `The progress counts 82 of them: pull requests, and what was closed as not planned or as a duplicate, are left out.` */
function countedInWords(counted: number): string {
  return `The progress counts ${counted === 0 ? 'none' : counted.toLocaleString('en')} of them: pull requests, and what was closed as not planned or as a duplicate, are left out.`;
}

function IssueRow({ issue: { reference, title, url, tracker, status, estimate, estimateIn, badge, tag } }: { readonly issue: RoadmapIssue }) {
  return (
    <li data-done={status === 'done' || undefined}>
      <IssueScore badge={badge} />
      <span className="issue-words">
        <ExternalLink className="line-link" to={url}>{title}</ExternalLink>
        <span className="muted small">{tracker === 'github' ? 'GitHub' : 'Jira'} {reference} · {STATUSES[status]}{estimate !== null && ` · estimate ${sizeInWords(estimate, estimateIn)}`} · {VIA[tag.via]}{tag.former !== undefined && `, as ${tag.former}`}{tag.pending && ', waiting to be sent'}</span>
      </span>
      {badge.worst !== null && <SeverityMark severity={badge.worst} words={false} />}
    </li>
  );
}
