import { useEffect, useRef } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { BulkView, Problem } from '../../lib/messaging/messages.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useOnline } from '../ui/useOnline.ts';
import { ageInWords, waitInWords } from '../ui/wording/age.ts';
import { count } from '../ui/wording/count.ts';
import { BulkIssueLine } from './BulkIssueLine.tsx';
import { doneOf, progressInWords, STATES, wishInWords } from './bulk-words.ts';

export interface BulkEvents {
  onStop(): void;
  onUndo(): void;
  /** `as`: what somebody else made, and that alone. */
  onRetry(as?: string): void;
  onSettle(key: IssueKey, keep: 'theirs' | 'mine'): void;
}

interface Props {
  readonly view: BulkView;
  readonly problem: Problem | null;
  readonly now: Instant;
  readonly takesFocus: boolean;
  readonly events: BulkEvents;
}

/** How a bulk tagging goes: what is written, what waits for what until when, what a person has to look at, and the ways out. */
export function BulkProgress({ view, problem, now, takesFocus, events }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (takesFocus) heading.current?.focus(); }, [takesFocus]);
  const { counts, total, state, waits, listed, retryable } = view;
  const isMoving = state === 'running' || state === 'undoing';
  const online = useOnline();
  const { label, done, of } = doneOf(view);
  return (
    <section className="bulk" aria-label="Progress">
      <h3 ref={heading} tabIndex={-1} className="bulk-title">{wishInWords(total, view.item)}</h3>
      <p className="muted small bulk-by">{view.by.length > 0 && `By ${view.by.join(', ')}, `}{ageInWords(view.createdAt, now)}</p>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <ProgressBar label={label} done={done} total={of} words={`${done.toLocaleString('en')} of ${of.toLocaleString('en')}`} />
      <ul className="bulk-counts">{STATES.filter(([name]) => counts[name] > 0).map(([name, word]) => <li key={name} data-state={name}><strong>{counts[name].toLocaleString('en')}</strong> {word}</li>)}</ul>
      {isMoving && !online && <p className="bulk-waits small muted">You are offline: nothing is sent until you are online again.</p>}
      {waits.length > 0 && online && <ul className="bulk-waits small muted">{waits.map(({ host, issues, until, because }) => <li key={host}>{because} {count(issues, 'issue')} to go{until !== null && `; on again ${waitInWords(until, now)}`}.</li>)}</ul>}
      <div className="bulk-foot">
        {state === 'running' && <button type="button" className="button" onClick={events.onStop}>Stop</button>}
        {retryable > 0 && <button type="button" className="button button-primary" onClick={() => events.onRetry()}>{retryable > counts.stopped ? `Retry ${count(retryable, 'issue')}` : `Go on with ${count(retryable, 'issue')}`}</button>}
        {view.anothers.map(({ as, issues }) => <button key={as} type="button" className="button" onClick={() => events.onRetry(as)}>Send {count(issues, 'issue')} as {as}</button>)}
        {view.undoable && <button type="button" className="button" onClick={events.onUndo}>Undo all</button>}
        {isMoving && <span className="muted small">You can close this: it goes on, and shows again here.</span>}
      </div>
      {listed.length > 0 && <ul className="bulk-list" aria-label="Issues that are not tagged as wished">{listed.map((issue) => <BulkIssueLine key={issue.key} issue={issue} item={view.item} onSettle={events.onSettle} />)}</ul>}
      <output className="visually-hidden">{isMoving && !online ? 'Waiting until you are online again.' : isMoving ? (state === 'undoing' ? 'Taking it back.' : 'Writing.') : progressInWords(view)}</output>
    </section>
  );
}
