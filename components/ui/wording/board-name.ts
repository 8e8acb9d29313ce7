import { isIterationKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';

/** A board in a sentence: `boardName('Checkout')` → `board Checkout`; many are called `SHOP board` already. */
export function boardName(name: string): string {
  return /\bboard\b/i.test(name) ? name : `board ${name}`;
}

/** Where a sprint is planned: `sprintHome({key: '…/project/5/iteration/cfc16e4d', board: {name: 'Shop delivery'}})` → `Project Shop delivery`; a board of Jira as `boardName` says it; `''` for a milestone. */
export function sprintHome({ key, board }: Pick<Sprint, 'key' | 'board'>): string {
  if (!board) return '';
  return isIterationKey(key) ? `Project ${board.name}` : boardName(board.name);
}
