import { count } from '../ui/wording/count.ts';
import { TOO_LATE } from '../ui/wording/too-late.ts';

/** `undoneInWords(2)` → `Undone for 2 issues.` */
export function undoneInWords(undone: number): string {
  return undone === 0 ? TOO_LATE : `Undone for ${count(undone, 'issue')}.`;
}
