import type { IssueKey } from './issue.ts';
import type { Severity } from './risk/risk.ts';
import type { Band } from './scoring/score.ts';

/** What one badge shows. Plain data: it crosses to the overlay, which only draws it. */
export interface Badge {
  readonly key: IssueKey;
  readonly state: 'ready' | 'unscored' | 'pending' | 'loading' | 'error';
  readonly band: Band | null;
  /** The score as text with the model's digits, or null. */
  readonly score: string | null;
  readonly flags: number;
  readonly worst: Severity | null;
  /** Roadmap item's id and title. */
  readonly roadmap: { readonly id: string; readonly title: string } | null;
  /** The one-line reason, shown as the tooltip. */
  readonly reason: string;
  /** The accessible name: `Priority 82, high, 4th of 61 in acme/shop; 2 risk flags; roadmap item Faster checkout`. */
  readonly name: string;
  readonly inSprint: boolean;
}
