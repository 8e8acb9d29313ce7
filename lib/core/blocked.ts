import type { Issue } from './issue.ts';
import { words } from './scoring/words.ts';

const BLOCKED = /^(?:(?:status|state|is|s) )?blocked(?: by .*)?$/;

/** Whether a label or a status says so: `saysBlocked('status: blocked')` → `true` · `saysBlocked('unblocked')` → `false` */
export function saysBlocked(name: string): boolean {
  return BLOCKED.test(words(name));
}

/** Whether an open issue waits for something, by the tracker's own dependencies or flag, a label or a status. What is done waits for nothing. `isBlocked({status: to do, labels: ['blocked'], dependencies: null})` → `true` */
export function isBlocked({ status, dependencies, labels, impediment }: Pick<Issue, 'status' | 'dependencies' | 'labels' | 'impediment'>): boolean {
  return status.category !== 'done' && ((dependencies?.blockedBy ?? 0) > 0 || impediment === true || saysBlocked(status.name) || labels.some(saysBlocked));
}
