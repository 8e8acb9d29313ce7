import type { Instant } from '../../lib/core/time.ts';
import type { SprintView } from '../../lib/messaging/messages.ts';
import { ageInWords } from '../ui/wording/age.ts';
import { count } from '../ui/wording/count.ts';
import { momentInWords } from '../ui/wording/days-left.ts';
import { Disclosure } from './Disclosure.tsx';
import { IssueLine } from './IssueLine.tsx';

type Crept = NonNullable<SprintView['crept']>;

interface Props {
  readonly crept: Crept;
  readonly now: Instant;
}

const BY: Readonly<Record<Crept['by'], string>> = {
  history: 'By the history of each issue: what was added after the day of the start.',
  'first-seen': 'By comparison with what was in the sprint when Waymark first saw it.',
  both: 'By the history of each issue; where that has not been read, by comparison with what was there when Waymark first saw the sprint.',
};

/** Scope that came after the start, as far as the data tell, and how they tell it. */
export function CreptIn({ crept: { since, by, issues }, now }: Props) {
  const day = momentInWords(since);
  return (
    <Disclosure className="crept" summary={<><strong>{count(issues.length, 'issue')} crept in</strong> <span className="muted">since {by === 'first-seen' ? `first seen, ${day}` : day} ({ageInWords(since, now)})</span></>}>
      {() => (
        <>
          <ul className="lines">{issues.map((issue) => <IssueLine key={issue.key} issue={{ ...issue, flags: [] }} />)}</ul>
          <p className="muted small">{BY[by]}</p>
        </>
      )}
    </Disclosure>
  );
}
