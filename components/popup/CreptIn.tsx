import type { Instant } from '../../lib/core/time.ts';
import type { SprintIssue } from '../../lib/messaging/messages.ts';
import { ageInWords } from '../ui/wording/age.ts';
import { count } from '../ui/wording/count.ts';
import { IssueLine } from './IssueLine.tsx';

interface Props {
  readonly since: Instant;
  readonly issues: readonly SprintIssue[];
  readonly now: Instant;
}

/** Scope that came after the start, as far as the data tell. */
export function CreptIn({ since, issues, now }: Props) {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).format(since).replace(',', '');
  return (
    <details className="crept">
      <summary><strong>{count(issues.length, 'issue')} crept in</strong> <span className="muted">since {day} ({ageInWords(since, now)})</span></summary>
      <ul className="lines">{issues.map((issue) => <IssueLine key={issue.key} issue={{ ...issue, flags: [] }} />)}</ul>
    </details>
  );
}
