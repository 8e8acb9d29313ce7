import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import type { ModelInput, Score } from '../../lib/core/scoring/score.ts';
import type { Card, CardGoal, CardItem, MarkOutcome, PendingWrite, TagOutcome } from '../../lib/messaging/messages.ts';
import { DAY, day, fact, issueKey, issueUrl, jiraIssue, NOW, sprintKey } from './issues.ts';

export const inputs: readonly ModelInput[] = [
  { id: 'demand', label: 'Demand', question: 'How many people have asked for it?', scale: { kind: 'number', min: 0, max: null, step: 1, unit: 'people' }, direction: 'raises', weight: 3 },
  { id: 'severity', label: 'Severity', question: 'How bad is it for those whom it hits?', scale: { kind: 'choice', choices: [{ value: 1, label: 'Cosmetic' }, { value: 2, label: 'Annoying' }, { value: 3, label: 'Major, with a workaround' }, { value: 4, label: 'Critical' }] }, direction: 'raises', weight: 3 },
  { id: 'urgency', label: 'Urgency', question: 'How soon does it lose its value?', scale: { kind: 'number', min: 0, max: 100, step: 1, unit: '%' }, direction: 'raises', weight: 2 },
  { id: 'leverage', label: 'Dependency leverage', question: 'How many open issues wait for it?', scale: { kind: 'number', min: 0, max: null, step: 1, unit: 'issues' }, direction: 'raises', weight: 1 },
  { id: 'fit', label: 'Roadmap fit', question: 'Does it serve a roadmap item, and how near is it?', scale: { kind: 'choice', choices: [{ value: 1, label: 'Now' }, { value: 0.6, label: 'Next' }] }, direction: 'raises', weight: 2 },
  { id: 'effort', label: 'Effort', question: 'How many working days would it take?', scale: { kind: 'number', min: 0.5, max: null, step: 0.5, unit: 'days' }, direction: 'lowers', weight: 1 },
];

const score: Score = {
  state: 'scored', model: 'signals', version: 1, value: 71, text: '71', band: 'high', confidence: 0.75, range: [62, 79], missing: ['urgency', 'effort'],
  rank: { place: 4, of: 61, alike: 1, within: 'acme/shop', complete: true },
  parts: [
    { input: 'demand', label: 'Demand', fact: fact('demand', 14, '14 people', { kind: 'derived', from: '👍 reactions' }, 0.1), weight: 3, contribution: 21.4, note: '3 × 0.86 of the backlog' },
    { input: 'severity', label: 'Severity', fact: fact('severity', 4, 'Critical', { kind: 'label', name: 'severity:critical' }, 6), weight: 3, contribution: 25, note: '3 × 1.00' },
    { input: 'urgency', label: 'Urgency', fact: null, weight: 2, contribution: 8.3, note: 'unknown: 0.5' },
    { input: 'leverage', label: 'Dependency leverage', fact: fact('leverage', 0, 'blocks none', { kind: 'field', name: 'Dependencies' }, 1), weight: 1, contribution: 0, note: '1 × 0.00' },
    { input: 'fit', label: 'Roadmap fit', fact: fact('fit', 1, 'Now', { kind: 'roadmap', item: 'Faster checkout' }, 12), weight: 2, contribution: 12.1, note: '2 × 0.73' },
    { input: 'effort', label: 'Effort', fact: null, weight: 1, contribution: 4.2, note: 'unknown: 0.5' },
  ],
};

const checkout: RoadmapItem = { id: 'faster-checkout', title: 'Faster checkout', outcome: 'Checkout abandonment from 31 % to 25 %', horizon: 'now', createdAt: NOW - 60 * DAY, updatedAt: NOW - 12 * DAY };

export const items: readonly RoadmapItem[] = [
  checkout,
  { id: 'guest-accounts', title: 'Guest accounts', outcome: 'Half of the first orders without a password', horizon: 'next', createdAt: NOW - 40 * DAY, updatedAt: NOW - 20 * DAY },
  { id: 'returns-portal', title: 'Returns portal', outcome: 'Return requests by mail from 480 to under 100 a month', horizon: 'later', createdAt: NOW - 30 * DAY, updatedAt: NOW - 30 * DAY },
  { id: 'b2b-invoices', title: 'b2b-invoices', outcome: '', horizon: null, createdAt: NOW - 3 * DAY, updatedAt: NOW - 3 * DAY },
];

const flags: readonly RiskFlag[] = [
  { rule: 'blocked', kind: 'execution', label: 'Blocked', severity: 'risk', reason: 'Blocked by #318 “Rotate the payment certificates”, which is not in this sprint.', facts: [fact('blocked by', 1, '1 open issue', { kind: 'field', name: 'Dependencies' }, 3)], accepted: null },
  { rule: 'overdue', kind: 'execution', label: 'Overdue', severity: 'late', reason: '3 working days past its due date, Tue 17 Nov.', facts: [fact('due date', 0, 'Tue 17 Nov', { kind: 'derived', from: 'its milestone Sprint 13' }, 9)], accepted: null },
  { rule: 'priority-disagrees', kind: 'strategic', label: 'Priority disagrees', severity: 'watch', reason: 'The field Priority says Low; the score puts it 4th of 61.', facts: [], accepted: { reason: 'Agreed with support until the certificates are in', at: NOW - 4 * DAY } },
];

export const card: Card = {
  key: issueKey(312),
  issue: { reference: '#312', title: 'Guest checkout fails in Safari when the address form is filled automatically', url: issueUrl(312), kind: 'issue', updatedAt: NOW - 6 * 3_600_000 },
  badge: { key: issueKey(312), state: 'ready', band: 'high', score: '71', flags: 2, worst: 'late', roadmap: { id: 'faster-checkout', title: 'Faster checkout', horizon: 'now', health: 'at-risk' }, reason: '14 people, critical, on Faster checkout', more: '14 people, critical', name: 'Priority 71, high, 4th of 61 in acme/shop; 2 risk flags; roadmap item Faster checkout', inSprint: true },
  model: { id: 'signals', name: 'Signals', formula: '100 × Σ wᵢ·sᵢ / Σ wᵢ', source: 'Waymark’s own model; the weights are yours to change in the options', digits: 0 },
  score, inputs, entered: {}, facts: {}, gating: { input: 'moscow', choices: [{ value: 3, label: 'Must' }, { value: 2, label: 'Should' }, { value: 1, label: 'Could' }, { value: 0, label: 'Won’t' }] },
  gate: { id: 'moscow', label: 'Must', fact: fact('moscow', 1, 'label moscow:must', { kind: 'label', name: 'moscow:must' }) },
  flags,
  tag: { key: issueKey(312), item: 'faster-checkout', via: 'label', pending: false },
  alsoTagged: [],
  roadmapItem: items[0] ?? null,
  sprintGoal: null,
  tagging: { via: 'label', because: 'Your token may write issues.' },
  pending: [],
  syncedAt: NOW - 4 * 60_000,
};

export const untagged: Card = { ...card, tag: null, roadmapItem: null, flags: [], gate: null, tagging: { via: 'local', because: 'Kept in this browser. Add a token for github.com that may write issues, and the team sees it as a label.' }, entered: { effort: 2 }, score: { ...score, missing: ['urgency'], confidence: 0.85, range: [64, 78], parts: score.parts.map((part) => (part.input === 'effort' ? { ...part, fact: fact('effort', 2, '2 days', { kind: 'entered', by: 'you' }, 1), note: '1 × 0.50' } : part)) } };

export const jiraCard: Card = {
  ...card, key: jiraIssue(812, '').key, issue: { ...card.issue, reference: 'SHOP-812', url: jiraIssue(812, '').url },
  tagging: { via: 'label', because: 'Goes to acme.atlassian.net as a label that the whole team sees.' },
};

export const unscored: Card = {
  ...untagged,
  model: { id: 'rice', name: 'RICE', formula: 'Reach × Impact × Confidence / Effort', source: 'Sean McBride, Intercom 2016, https://www.intercom.com/blog/rice-simple-prioritization-for-product-managers/', digits: 1 },
  inputs: [
    { id: 'reach', label: 'Reach', question: 'How many customers does it touch in a quarter?', scale: { kind: 'number', min: 0, max: null, step: 1, unit: 'customers/quarter' }, direction: 'raises', weight: 1 },
    { id: 'impact', label: 'Impact', question: 'How much does it move the outcome for each of them?', scale: { kind: 'choice', choices: [{ value: 3, label: 'Massive (3)' }, { value: 2, label: 'High (2)' }, { value: 1, label: 'Medium (1)' }, { value: 0.5, label: 'Low (0.5)' }, { value: 0.25, label: 'Minimal (0.25)' }] }, direction: 'raises', weight: 1 },
    { id: 'rice-confidence', label: 'Confidence', question: 'How sure are you of reach and impact?', scale: { kind: 'choice', choices: [{ value: 1, label: '100%' }, { value: 0.8, label: '80%' }, { value: 0.5, label: '50%' }] }, direction: 'raises', weight: 1 },
    { id: 'effort', label: 'Effort', question: 'How many person-months would it take?', scale: { kind: 'number', min: 0.5, max: null, step: 0.5, unit: 'person-months' }, direction: 'lowers', weight: 1 },
  ],
  entered: { reach: 2000 },
  facts: {
    reach: fact('Reach', 2000, '2,000 customers/quarter', { kind: 'entered', by: 'you' }, 1),
    effort: fact('Effort', 2, 'effort: 2', { kind: 'label', name: 'effort: 2' }, 4),
  },
  score: { state: 'unscored', model: 'rice', version: 1, missing: ['impact', 'rice-confidence'], reason: 'needs Impact and Confidence' },
};

export const pending: readonly PendingWrite[] = [
  { id: 'w1', summary: 'Add the label roadmap:faster-checkout to #312', state: 'queued', undoUntil: Date.now() + 8000, failure: null },
  { id: 'w2', summary: 'Remove the label roadmap:guest-accounts from #312', state: 'failed', undoUntil: null, failure: 'GitHub answered that the token may not write issues here.' },
];

export const goal: CardGoal = { sprint: sprintKey, title: 'Sprint 14', state: 'open', goals: ['Guests pay without an account, on every phone'], mark: null, label: 'sprint-goal' };
export const marked: MarkOutcome = { marked: 1, on: true, via: 'label', because: 'Your token may write issues.', undo: 'u2', undoUntil: Date.now() + 8000 };

export const outcome: TagOutcome = { tagged: 1, item: { id: 'faster-checkout', title: 'Faster checkout' }, via: 'label', because: 'Your token may write issues.', undo: 'u1', undoUntil: Date.now() + 8000 };

const sibling = (number: number, title: string, points: string, band: 'high' | 'medium' | 'low'): CardItem['siblings'][number] => ({
  key: issueKey(number), reference: `#${number}`, title, url: issueUrl(number), tracker: 'github', status: 'todo', estimate: null, badge: { ...card.badge, key: issueKey(number), score: points, band }, tag: { key: issueKey(number), item: 'faster-checkout', via: 'label', pending: false },
});

export const brief: CardItem = {
  entry: {
    item: { ...checkout, measure: { name: 'Checkout completion', from: '61 %', to: '70 %', by: day('2027-03-31') } }, described: true,
    progress: { issues: { done: 12, total: 31 }, estimate: { done: 30, total: 84, unestimated: 4 }, inProgress: 5, blocked: 9, byTracker: { github: { done: 8, total: 20 }, jira: { done: 4, total: 11 } } },
    health: { computed: 'at-risk', reasons: ['9 of 31 issues are blocked.', '12 of 31 issues are done.'], declared: 'on-track', disagrees: true },
    forecast: { state: 'forecast', p50: day('2027-01-20'), p85: day('2027-02-15'), from: { workingDays: 60, finished: 12 } }, flags: [], openRisks: [], evidence: 1,
  },
  siblings: [sibling(301, 'Card form: keep what was typed when the session ends', '78', 'high'), sibling(318, 'Rotate the payment certificates', '64', 'medium'), sibling(320, 'Express checkout for saved addresses', '41', 'medium'), sibling(322, 'Voucher field says why a code is refused', '22', 'low')],
  total: 31,
};
