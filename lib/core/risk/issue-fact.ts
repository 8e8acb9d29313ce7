import type { Fact, FactSource } from '../fact.ts';
import type { Issue } from '../issue.ts';

/**
 * A fact of an issue for a flag to stand on, as old as the issue's last change.
 *
 * `issueFact(issue, 'Blocked by', 2, '2 open issues', {kind: 'field', name: 'Dependencies'})`
 */
export function issueFact(issue: Issue, name: string, value: number, raw: string, source: FactSource = { kind: 'field', name }): Fact {
  return { name, value, raw, source, at: issue.updatedAt };
}

/** `counted(1, 'working day')` → `'1 working day'` · `counted(3, 'working day')` → `'3 working days'` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
