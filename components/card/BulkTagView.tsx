import type { ReactNode } from 'react';
import type { Card, Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { count } from '../ui/wording/count.ts';
import type { TaggingEvents } from './card-events.ts';
import { CardFrame } from './CardFrame.tsx';
import { TagPicker } from './TagPicker.tsx';
import { TagResult } from './TagResult.tsx';

interface Props {
  readonly references: readonly string[];
  /** What would be written is shown once an item is chosen, and nothing before. */
  readonly isReviewed: boolean;
  readonly tracker: string;
  readonly shares: boolean;
  readonly tagging: Card['tagging'];
  readonly outcome: TagOutcome | null;
  readonly problem: Problem | null;
  readonly said: string;
  readonly events: TaggingEvents;
  /** The review or the progress of many, in the place of the choice. */
  readonly instead?: ReactNode;
  /** Whether they serve their sprint's goal. */
  readonly mark?: ReactNode;
  onClose(): void;
}

/** One roadmap item for several issues at once. */
export function BulkTagView({ references, isReviewed, tracker, shares, tagging, outcome, problem, said, events, instead = null, mark = null, onClose }: Props) {
  const target = count(references.length, 'issue');
  return (
    <CardFrame eyebrow={references.length > 8 ? `${references.slice(0, 8).join(', ')} and ${references.length - 8} more` : references.join(', ')} title={`Tag ${target}`} said={said} takesFocus={false} onClose={onClose}>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      {outcome !== null && <TagResult outcome={outcome} one={null} onUndo={() => events.onUndoTag(outcome)} />}
      {instead ?? (
        <>
          <TagPicker writing={{ tagging, target: `these ${target}`, tracker, shares, before: null, several: isReviewed ? 'reviewed' : 'at once' }} takesFocus events={events} />
          <div className="row">
            <button type="button" className="button button-quiet" onClick={() => events.onTag(null)}>Remove the roadmap item from all {references.length}</button>
          </div>
          {mark}
        </>
      )}
    </CardFrame>
  );
}
