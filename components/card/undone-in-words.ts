import { count } from '../ui/wording/count.ts';

/** `undoneInWords(2)` → `Undone for 2 issues.` */
export function undoneInWords(undone: number): string {
  return undone === 0 ? 'Too late to undo: it is on its way, or there already.' : `Undone for ${count(undone, 'issue')}.`;
}
