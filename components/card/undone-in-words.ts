import { count } from '../ui/wording/count.ts';
import { TOO_LATE } from '../ui/wording/too-late.ts';

/** `undoneInWords(2)` → `Undone for 2 issues.` With the item that the same gesture made: `Undone for 1 issue, and Pay faster is off the roadmap again.`, or that it stays, where it could not be taken back with it. */
export function undoneInWords(undone: number, made?: { readonly title: string; readonly removed: boolean }): string {
  if (undone === 0) return TOO_LATE;
  return `Undone for ${count(undone, 'issue')}${made === undefined ? '.' : made.removed ? `, and ${made.title} is off the roadmap again.` : `. ${made.title} stays on the roadmap.`}`;
}
