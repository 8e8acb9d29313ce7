import type { Badge } from '../../../lib/core/badge.ts';

/** An issue's score in a list of ours, with the one-line reason as its tooltip. */
export function IssueScore({ badge }: { readonly badge: Badge }) {
  return <span className={`issue-score score-${badge.score === null ? 'none' : (badge.band ?? 'low')}`} title={badge.reason}><span className="visually-hidden">Score </span>{badge.score ?? '–'}</span>;
}
