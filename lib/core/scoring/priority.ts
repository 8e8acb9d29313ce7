import type { Fact } from '../fact.ts';
import type { Issue } from '../issue.ts';
import { fieldOf, fieldText, tracked } from './native.ts';
import { words } from './words.ts';

const FIELDS = ['severity', 'priority', 'urgency'];

/** Words that make a level of what stands beside them: `priority: high`, `high prio`. */
const NAMES = new Set(['priority', 'prio', 'pri', 'severity', 'sev', 'urgency', 'importance']);

/** What a level is worth, 0…1. */
const LEVELS: Readonly<Record<string, number>> = {
  blocker: 1, blocking: 1, critical: 1, crit: 1, urgent: 1, immediate: 1, emergency: 1, highest: 1, 'very high': 1, showstopper: 1,
  high: 0.75, major: 0.75, important: 0.75,
  medium: 0.5, med: 0.5, mid: 0.5, moderate: 0.5, normal: 0.5, default: 0.5,
  low: 0.25, minor: 0.25,
  lowest: 0.1, 'very low': 0.1, trivial: 0.1, 'nice to have': 0.1, none: 0.1,
};

/** Levels that speak for themselves, without "priority" beside them. */
const ALONE = new Set(['blocker', 'critical', 'urgent', 'emergency', 'showstopper', 'major', 'minor', 'trivial', 'nice to have']);

/** P0 is the top; of severities 1 is, and 0 where a team has one. */
const P_NUMBERS = [1, 0.8, 0.5, 0.25, 0.1, 0.1];
const SEVERITY_NUMBERS = [1, 1, 0.75, 0.5, 0.25, 0.1];

/**
 * The priority or severity that people stated on the tracker, 0 (none) … 1 (critical): a native field (Severity, Priority, Urgency), else a label; of several labels the strongest.
 * `undefined` when nobody stated any. Case, spaces, separators and emoji do not matter; `not urgent` and `needs priority` say nothing.
 *
 * `statedPriority({labels: ['priority: high'], …})` → value 0.75, source label `priority: high`
 */
export function statedPriority(issue: Issue): Fact | undefined {
  for (const name of FIELDS) {
    const field = fieldOf(issue, [name]);
    const value = field && levelOf(words(fieldText(field)), name === 'severity');
    if (field && value !== undefined) return tracked(issue, 'Stated priority', value, fieldText(field), { kind: 'field', name: field.name });
  }
  let strongest: Fact | undefined;
  for (const label of issue.labels) {
    const value = labelLevel(label);
    if (value !== undefined && (!strongest || value > strongest.value)) strongest = tracked(issue, 'Stated priority', value, label, { kind: 'label', name: label });
  }
  return strongest;
}

/**
 * What one label says of priority, 0…1; `undefined` when it is about something else.
 *
 * `labelLevel('🔥 prio/P1')` → `0.8` · `labelLevel('sev1')` → `1` · `labelLevel('area: search')` → `undefined`
 */
export function labelLevel(label: string): number | undefined {
  const text = words(label);
  if (ALONE.has(text)) return LEVELS[text];
  if (/^p ?[0-5]$/.test(text)) return levelOf(text, false);
  const parts = text.split(' ');
  const first = parts[0] ?? '';
  if (/^(?:p|prio|priority|pri)[0-5]$/.test(first)) return P_NUMBERS[Number(first.at(-1))];
  if (/^(?:sev|severity)[0-5]$/.test(first)) return SEVERITY_NUMBERS[Number(first.at(-1))];
  const names = parts.filter((part) => NAMES.has(part));
  if (names.length === 0 || parts.some((part) => part === 'not' || part === 'no' || part === 'non')) return undefined;
  return levelOf(parts.filter((part) => !NAMES.has(part)).join(' '), names.includes('severity') || names.includes('sev'));
}

function levelOf(text: string, isSeverity: boolean): number | undefined {
  if (Object.hasOwn(LEVELS, text)) return LEVELS[text];
  const number = /^(p|s|sev|prio|priority|severity)? ?([0-5])(?: |$)/.exec(text);
  if (number) return (isSeverity || number[1]?.startsWith('s') ? SEVERITY_NUMBERS : P_NUMBERS)[Number(number[2])];
  // "P1 high", "1 - critical", "high (p1)"
  const level = text.split(' ').find((part) => Object.hasOwn(LEVELS, part));
  return level !== undefined && text.split(' ').length <= 3 ? LEVELS[level] : undefined;
}
