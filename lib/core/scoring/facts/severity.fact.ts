import type { FactReader } from '../fact-reader.ts';
import { tracked } from '../native.ts';
import { statedPriority } from '../priority.ts';
import { words } from '../words.ts';

/** Labels that name a kind of harm; worth less than a level that somebody has stated. */
const HARMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:type|kind|impact) )?(?:data loss|outage)$/, 1],
  [/^(?:(?:type|kind|impact) )?(?:security|vulnerability|security (?:bug|issue|vulnerability|fix))$/, 0.9],
  [/^(?:(?:type|kind|impact) )?(?:crash|crashes|crasher|hang)$/, 0.9],
  [/^(?:(?:type|kind|impact) )?regression$/, 0.75],
];

/** What the kind of work says when nobody has said more. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:type|kind|category|c|t) )?(?:bug|defect|incident|bugs|bug report)$/, 0.5],
  [/^(?:(?:type|kind|category|c|t) )?(?:feature|enhancement|feature request|story|user story|improvement|epic)$/, 0.3],
  [/^(?:(?:type|kind|category|c|t) )?(?:task|chore|maintenance|documentation|docs|refactoring|cleanup|question|support)$/, 0.2],
];

/** Severity, 0…1: what people stated, else the harm that a label names, else the kind of work. */
export default {
  id: 'severity',
  label: 'Severity',
  source: 'Native Severity, Priority or Urgency field; then labels (P0…P4, sev1…, critical, high, …); then labels of harm (security, crash, regression); then type or label: bug 0.5, feature 0.3, task 0.2 (our choice)',
  read({ issue }) {
    const stated = statedPriority(issue);
    if (stated) return { ...stated, name: 'Severity' };
    for (const table of [HARMS, KINDS]) {
      const found = issue.labels.flatMap((label) => worthIn(table, label)).sort((a, b) => b.value - a.value)[0];
      const type = issue.type === null ? undefined : worthIn(table, issue.type)[0];
      if (type && type.value >= (found?.value ?? 0)) return tracked(issue, 'Severity', type.value, type.text, { kind: 'field', name: 'Type' });
      if (found) return tracked(issue, 'Severity', found.value, found.text, { kind: 'label', name: found.text });
    }
    return undefined;
  },
  examples: [
    { name: 'GitHub’s own Priority field', given: { fields: [{ name: 'Priority', value: 'Urgent' }] }, value: 1 },
    { name: 'the field goes before labels', given: { fields: [{ name: 'Priority', value: 'Low' }], labels: ['critical'] }, value: 0.25 },
    { name: 'priority: high', given: { labels: ['priority: high'] }, value: 0.75 },
    { name: 'P0', given: { labels: ['P0'] }, value: 1 },
    { name: 'prio/P2', given: { labels: ['prio/P2'] }, value: 0.5 },
    { name: 'an emoji and a dash', given: { labels: ['🔥 Priority-Critical'] }, value: 1 },
    { name: 'severity: critical', given: { labels: ['severity: critical'] }, value: 1 },
    { name: 'sev1', given: { labels: ['sev1'] }, value: 1 },
    { name: 'urgent', given: { labels: ['urgent'] }, value: 1 },
    { name: 'low priority', given: { labels: ['low priority'] }, value: 0.25 },
    { name: 'the strongest of several', given: { labels: ['P3', 'severity/high'] }, value: 0.75 },
    { name: 'a stated level goes before a harm', given: { labels: ['security', 'priority: low'] }, value: 0.25 },
    { name: 'security', given: { labels: ['security'] }, value: 0.9 },
    { name: 'crash', given: { labels: ['kind/crash'] }, value: 0.9 },
    { name: 'regression', given: { labels: ['regression', 'bug'] }, value: 0.75 },
    { name: 'a bug by its type', given: { type: 'Bug' }, value: 0.5 },
    { name: 'a bug by its label', given: { labels: ['type: bug'] }, value: 0.5 },
    { name: 'a feature', given: { type: 'Feature' }, value: 0.3 },
    { name: 'labels about other things', given: { labels: ['area: search', 'help wanted', 'not urgent', 'needs priority'] }, value: undefined },
    { name: 'nothing at all', given: {}, value: undefined },
  ],
} satisfies FactReader;

function worthIn(table: readonly (readonly [RegExp, number])[], text: string): { readonly text: string; readonly value: number }[] {
  const plain = words(text);
  return table.flatMap(([pattern, value]) => (pattern.test(plain) ? [{ text, value }] : []));
}
