import { useState } from 'react';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import type { NamedItem } from '../../../lib/messaging/messages.ts';
import { BulkReviewView } from '../../bulk/BulkReviewView.tsx';
import { FollowedBulk } from '../../bulk/FollowedBulk.tsx';
import { useReview } from '../../bulk/useReview.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Sheet } from '../Sheet.tsx';
import { ChooseIssues } from './ChooseIssues.tsx';
import { useChoosableIssues } from './useChoosableIssues.ts';

interface Props {
  readonly items: readonly NamedItem[];
  /** A bulk tagging to be shown at once; `null` to begin a new one. */
  readonly shown: string | null;
  onClose(): void;
}

const ALL: IssueFilter = { project: null, label: null, sprint: null, parent: null, text: '', untagged: true, closed: false };

/** Many issues to one item: choose, review, then watch it being written. */
export function TaggingSheet({ items, shown, onClose }: Props) {
  const [filter, setFilter] = useState(ALL);
  const [chosen, setChosen] = useState<ReadonlySet<IssueKey>>(new Set());
  const [item, setItem] = useState<string | null | undefined>(undefined);
  const [following, setFollowing] = useState(shown);
  const { answer, problem } = useChoosableIssues(filter);
  const found = answer?.value ?? null;
  const reviewing = useReview(setFollowing);
  const failed = reviewing.problem ?? problem;
  return (
    <Sheet
      title="Tag issues" className="tagging-sheet" first='input[type="search"]' onClose={onClose}
      actions={following !== null && <button type="button" className="button" onClick={() => { setFollowing(null); setChosen(new Set()); }}>Tag others</button>}
    >
      {following === null && failed !== null && <ProblemNote problem={failed} tone="late" />}
      {following !== null ? <FollowedBulk id={following} />
        : reviewing.review !== null ? <BulkReviewView review={reviewing.review} included={reviewing.included} busy={reviewing.busy} onInclude={reviewing.include} onStart={reviewing.start} onBack={reviewing.back} />
        : <ChooseIssues found={found} filter={filter} chosen={chosen} items={items} item={item} busy={reviewing.busy} onFilter={setFilter} onChoose={setChosen} onItem={setItem} onReview={() => reviewing.ask([...chosen], item ?? null)} />}
    </Sheet>
  );
}
