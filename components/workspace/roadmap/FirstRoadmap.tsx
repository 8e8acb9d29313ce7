import { useState } from 'react';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { ticked } from '../../ui/ticked.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useAnswer } from '../../ui/useAnswer.ts';
import { CandidateRow } from './CandidateRow.tsx';
import type { RoadmapEvents } from './roadmap-events.ts';

interface Props {
  readonly events: Pick<RoadmapEvents, 'onCandidates' | 'onBuild'>;
  onNew(): void;
}

/** A roadmap that is empty begins with what the trackers plan already: each milestone, Project, version and epic that is left ticked becomes an item. */
export function FirstRoadmap({ events: { onCandidates, onBuild }, onNew }: Props) {
  const { answer, problem: unread } = useAnswer(onCandidates);
  const candidates = answer?.value ?? null;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [unbuilt, setUnbuilt] = useState<Problem | null>(null);
  const problem = unbuilt ?? unread;
  const [busy, setBusy] = useState(false);
  const picked = (candidates ?? []).filter(({ item }) => !left.has(item.id));
  async function build() {
    if (busy) return;
    setBusy(true);
    setUnbuilt(await onBuild(picked));
    setBusy(false);
  }
  return (
    <section className="first" aria-labelledby="first-title" aria-busy={candidates === null && problem === null}>
      <h2 id="first-title">Build your first roadmap</h2>
      <p className="first-words muted">A roadmap says what the work is for. Begin with what your trackers plan already, then say for each what should be different afterwards. It stays in this browser; nothing is written to a tracker.</p>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      {candidates === null && problem === null && <div className="stack" aria-hidden="true"><span className="skeleton" /><span className="skeleton" /><span className="skeleton" /></div>}
      {candidates !== null && candidates.length === 0 && <p>No open milestone, Project with a status update, version or epic is known yet. Open a repository’s or a project’s issues once, and they are read; or begin with a blank item.</p>}
      {candidates !== null && candidates.length > 0 && (
        <ul className="candidates">
          {candidates.map((candidate) => <CandidateRow key={candidate.item.id} candidate={candidate} wanted={!left.has(candidate.item.id)} onTick={(wanted) => setLeft(ticked(left, candidate.item.id, !wanted))} />)}
        </ul>
      )}
      <div className="row row-wrap">
        {candidates !== null && candidates.length > 0 && <button type="button" className="button button-primary" aria-disabled={busy} disabled={picked.length === 0} onClick={() => void build()}>{busy ? 'Building …' : `Build from ${picked.length.toLocaleString('en')} of these`}</button>}
        <button type="button" className={candidates?.length === 0 ? 'button button-primary' : 'button'} onClick={onNew}>Begin with a blank item</button>
        {candidates !== null && candidates.length > 1 && <button type="button" className="button button-quiet" onClick={() => setLeft(left.size === 0 ? new Set(candidates.map(({ item }) => item.id)) : new Set())}>{left.size === 0 ? 'Tick none' : 'Tick all'}</button>}
      </div>
    </section>
  );
}
