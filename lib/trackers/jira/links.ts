import type { Issue } from '../../core/issue.ts';
import { jiraIssueKey } from '../../core/keys.ts';
import { readable } from '../rows.ts';
import { type Linked, linkedRow, linkRow } from './rows.ts';
import { readStatus } from './status.ts';

const BLOCKS = /^block(?:s|er|ing|ed)?$/i;
// What a link says of the issue that it is read from: "is blocked by SHOP-3", "depends on SHOP-3".
const WAITS = /^(?:(?:is |are )?(?:block(?:ed|s)? by|waiting (?:for|on)|depend(?:s|ent|ing)? (?:up)?on|gated by)|waits (?:for|on)|requires|has to be done after)\b/i;
const HOLDS = /^(?:blocks|gates|is (?:blocking|depended (?:(?:up)?on|by)|required by|dependent of|a dependency of)|has to be done before)\b/i;

/** The issues that this one waits for and holds up, as far as its links tell; `null` where it tells none. Done ones hold nobody up. */
export function readDependencies(host: string, links: readonly unknown[] | null | undefined, done: ReadonlySet<string>): Issue['dependencies'] {
  if (!links) return null;
  const { waitsFor, holds } = linkedBy(links, (linked) => !isDone(linked, done));
  return { blockedBy: waitsFor.length, blocking: holds.length, blockers: waitsFor.map((key) => jiraIssueKey(host, key)) };
}

/** All the issues that this one waits for, done ones too, as Jira writes their keys. */
export function blockersOf(links: readonly unknown[]): readonly string[] {
  return linkedBy(links, () => true).waitsFor;
}

function linkedBy(links: readonly unknown[], counts: (linked: Linked) => boolean): { waitsFor: readonly string[]; holds: readonly string[] } {
  const waitsFor = new Set<string>();
  const holds = new Set<string>();
  for (const { type, inwardIssue, outwardIssue } of readable(linkRow, links)) {
    for (const [linked, says, blocks] of [[inwardIssue, type.inward, waitsFor], [outwardIssue, type.outward, holds]] as const) {
      if (!linked || !counts(linked)) continue;
      const into = BLOCKS.test(type.name?.trim() ?? '') ? blocks : sayingOf(says ?? '') === 'waits' ? waitsFor : sayingOf(says ?? '') === 'holds' ? holds : null;
      into?.add(linked.key);
    }
  }
  return { waitsFor: [...waitsFor], holds: [...holds] };
}

function sayingOf(text: string): 'waits' | 'holds' | null {
  const says = text.trim();
  if (HOLDS.test(says)) return 'holds';
  return WAITS.test(says) ? 'waits' : null;
}

function isDone({ fields }: Linked, done: ReadonlySet<string>): boolean {
  return fields?.status ? readStatus(fields.status, false, done).category === 'done' : false;
}

/** Sub-tasks, and how many of them are done; `null` where the answer tells none. */
export function readSubIssues(subtasks: readonly unknown[] | null | undefined, done: ReadonlySet<string>): Issue['subIssues'] {
  if (!subtasks) return null;
  const rows = subtasks.map((raw) => linkedRow.safeParse(raw));
  return { total: rows.length, completed: rows.filter((row) => row.success && isDone(row.data, done)).length };
}
