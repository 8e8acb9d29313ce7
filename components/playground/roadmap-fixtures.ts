import type { RoadmapCandidate } from '../../lib/core/roadmap/candidates.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapIssue, RoadmapItemView, RoadmapView } from '../../lib/messaging/messages.ts';
import { card, items } from './card-fixtures.ts';
import { DAY, day, issueKey, issueUrl, jiraIssue, NOW } from './issues.ts';

const [checkout, guests, returns, invoices] = items as [RoadmapItem, RoadmapItem, RoadmapItem, RoadmapItem];

/** An item that has nothing but its issues, and what is given beside. */
export function itemView(item: RoadmapItem, changes: Partial<RoadmapItemView> = {}): RoadmapItemView {
  return {
    item, described: true,
    progress: { issues: { done: 0, total: 0 }, estimate: null, inProgress: 0, blocked: 0, byTracker: {} },
    health: { computed: 'inactive', reasons: ['No issue belongs to it.'], declared: item.declared?.health ?? null, disagrees: false },
    forecast: { state: 'declined', because: 'Nothing was finished in the last 60 working days.', from: { workingDays: 60, finished: 0 } },
    flags: [], openRisks: [], evidence: item.links?.length ?? 0, ...changes,
  };
}
const progress = (done: number, total: number, byTracker: RoadmapItemView['progress']['byTracker'], estimate: RoadmapItemView['progress']['estimate'] = null): RoadmapItemView['progress'] => ({ issues: { done, total }, estimate, inProgress: 4, blocked: 1, byTracker });
const forecast = (p50: string, p85: string | null): RoadmapItemView['forecast'] => ({ state: 'forecast', p50: day(p50), p85: p85 === null ? null : day(p85), from: { workingDays: 60, finished: 41 } });
const made = { createdAt: NOW - 30 * DAY, updatedAt: NOW - 2 * DAY };

export const checkoutView = itemView(
  {
    ...checkout, outcome: 'Shoppers pay without noticing that they do.', measure: { name: 'Checkout abandonment', from: '31 %', to: '25 %', by: day('2027-03-31') }, theme: 'Growth', owner: 'Mira Okafor', confidence: 60,
    declared: { health: 'on-track', note: 'The bank signed the second contract; the new form is with ten shops.', on: day('2026-11-12') }, risks: { value: 'tested', usability: 'open', feasibility: 'retired', viability: 'open' },
    links: [{ title: 'Interviews with 14 shoppers', url: 'https://docs.example.com/interviews' }, { title: 'Funnel, weekly', url: 'https://metrics.example.com/funnel' }], belongs: [{ label: 'area: checkout', project: 'acme/shop' }, { parent: 'SHOP-480' }], formerIds: ['quick-checkout'],
  },
  {
    progress: progress(12, 31, { github: { done: 9, total: 20 }, jira: { done: 3, total: 11 } }, { done: 40, total: 88, unestimated: 6 }),
    health: { computed: 'at-risk', reasons: ['3 of 19 open issues are blocked.', 'Four issues were finished in the last four weeks, six in the four before.'], declared: 'on-track', disagrees: true },
    forecast: forecast('2027-02-12', '2027-03-30'), openRisks: ['usability', 'viability'],
    flags: [{ rule: 'health-disagrees', label: 'Health disagrees', severity: 'risk', reason: 'Declared on track, but 3 of 19 open issues are blocked.' }, { rule: 'risk-open', label: 'Risk open', severity: 'watch', reason: 'Usability and viability are open although it is Now.' }],
  },
);

const UNREAD = 'Closed issues of acme/shop and 2 other projects are read only with a token for github.com.';
/** The same roadmap as somebody without a token sees it. */
export function unreadView(): RoadmapView {
  const waiting = roadmapView.items.map((entry): RoadmapItemView => {
    const { total } = entry.progress.issues;
    if (total === 0 || entry.item.dropped === true) return entry;
    return {
      ...entry, progress: { ...entry.progress, issues: { done: 0, total }, estimate: entry.progress.estimate && { ...entry.progress.estimate, done: 0 }, partial: true }, health: { computed: null, reasons: [UNREAD, `${total} open issues are known.`], declared: entry.item.declared?.health ?? null, disagrees: false },
      forecast: { state: 'declined', because: UNREAD, from: { workingDays: 0, finished: 0 } }, flags: [],
    };
  });
  return { ...roadmapView, items: waiting, flags: [], unread: UNREAD };
}

export const roadmapView: RoadmapView = {
  aim: { vision: 'Anybody can open a shop in an evening, and live on it within a year.', productGoal: 'Half of our shoppers come back within a month, by the end of 2027.' },
  items: [
    checkoutView,
    itemView({ id: 'trusted-payments', title: 'Trusted payments', outcome: 'Failed payments from 4 % to 2 %', horizon: 'now', theme: 'Trust', owner: 'Jonas Lind', declared: { health: 'on-track', note: '', on: day('2026-11-18') }, ...made }, {
      progress: progress(21, 26, { jira: { done: 21, total: 26 } }, { done: 61, total: 70, unestimated: 0 }), health: { computed: 'on-track', reasons: ['21 of 26 issues are done; 8 were finished in the last four weeks.'], declared: 'on-track', disagrees: false }, forecast: forecast('2026-12-14', '2027-01-08'),
    }),
    itemView({ id: 'search-that-finds', title: 'Search that finds what people mean, in every language that our shops sell in', outcome: '', horizon: 'now', owner: 'Aiko Tan', ...made }, {
      progress: progress(2, 40, { github: { done: 2, total: 40 } }), health: { computed: 'off-track', reasons: ['Nothing was finished for 31 working days while 5 issues are in progress.'], declared: null, disagrees: false },
      forecast: { state: 'beyond', because: 'At one issue in six weeks it takes more than four years.', from: { workingDays: 60, finished: 2 } }, openRisks: ['value'],
      flags: [{ rule: 'no-outcome', label: 'No outcome', severity: 'risk', reason: 'It is Now and nobody has said what should be different afterwards.' }],
    }),
    itemView({ ...guests, theme: 'Growth', owner: 'Mira Okafor' }, { progress: progress(1, 9, { github: { done: 1, total: 6 }, jira: { done: 0, total: 3 } }), health: { computed: 'on-track', reasons: ['One issue was finished last week.'], declared: null, disagrees: false }, forecast: forecast('2027-04-20', '2027-06-02') }),
    itemView({ id: 'seller-onboarding', title: 'Seller onboarding', outcome: 'First sale within 3 days for half of the new sellers', horizon: 'next', theme: 'Supply', ...made }, { progress: progress(0, 14, { jira: { done: 0, total: 14 } }, { done: 0, total: 55, unestimated: 3 }) }),
    itemView({ ...returns, theme: 'Trust' }),
    itemView({ id: 'gift-cards', title: 'Gift cards', outcome: 'A tenth of the sales in December', horizon: 'later', theme: 'Growth', dropped: true, ...made }, { progress: progress(0, 3, { github: { done: 0, total: 3 } }) }),
    itemView({ id: 'vat-2027', title: 'VAT rules of 2027', outcome: 'No invoice is refused for its tax', horizon: null, window: { from: day('2027-01-01'), to: day('2027-03-31') }, theme: 'Trust', owner: 'Jonas Lind', ...made }, {
      progress: progress(5, 12, { github: { done: 5, total: 12 } }), health: { computed: 'at-risk', reasons: ['The careful forecast, 16 Apr 2027, is past the window.'], declared: null, disagrees: false }, forecast: forecast('2027-03-08', '2027-04-16'),
      flags: [{ rule: 'past-window', label: 'Past its window', severity: 'late', reason: 'P85 is 16 days after the window ends.' }],
    }),
    itemView({ id: 'black-friday', title: 'Ready for Black Friday', outcome: 'No minute without checkout', horizon: null, window: { from: day('2026-10-01'), to: day('2026-11-27') }, theme: 'Trust', ...made }, {
      progress: progress(18, 18, { github: { done: 18, total: 18 } }), health: { computed: 'complete', reasons: ['All 18 issues are done.'], declared: null, disagrees: false }, forecast: { state: 'done' },
    }),
    itemView(invoices, { described: false, progress: progress(0, 2, { github: { done: 0, total: 2 } }) }),
  ],
  flags: [{ rule: 'much-now', label: 'Much in Now', severity: 'watch', reason: '3 items are Now; the team finished one in the last quarter.' }],
  issues: { known: 412, onItems: 155 }, counting: false, today: day('2026-11-22'),
};

/** As many as an organisation that never cleans up. */
export const largeView: RoadmapView = {
  ...roadmapView,
  items: Array.from({ length: 500 }, (_, number) => {
    const pattern = roadmapView.items[number % 9] ?? checkoutView;
    return { ...pattern, item: { ...pattern.item, id: `item-${number}`, title: `${pattern.item.title} ${number + 1}` } };
  }),
};

const badge = card.badge;
export const roadmapIssues: readonly RoadmapIssue[] = [
  { key: issueKey(312), reference: '#312', title: 'Checkout times out when the address has an apartment number', url: issueUrl(312), tracker: 'github', status: 'doing', estimate: 5, badge, tag: { key: issueKey(312), item: 'faster-checkout', via: 'label', pending: false } },
  { ...jiraIssue(481, 'Second factor only when the bank asks for it'), tracker: 'jira', status: 'todo', estimate: 8, badge: { ...badge, score: '58', band: 'medium', worst: null, flags: 0 }, tag: { key: jiraIssue(481, '').key, item: 'faster-checkout', via: 'parent', pending: false } },
  { key: issueKey(290), reference: '#290', title: 'Keep the basket when signing in', url: issueUrl(290), tracker: 'github', status: 'todo', estimate: null, badge: { ...badge, state: 'unscored', score: null, band: null, worst: null, flags: 0 }, tag: { key: issueKey(290), item: 'faster-checkout', via: 'rule', pending: false } },
  { key: issueKey(244), reference: '#244', title: 'One form for address and delivery', url: issueUrl(244), tracker: 'github', status: 'done', estimate: 3, badge: { ...badge, score: '31', band: 'low', worst: null, flags: 0 }, tag: { key: issueKey(244), item: 'faster-checkout', via: 'label', former: 'quick-checkout', pending: false } },
];

export const candidates: readonly RoadmapCandidate[] = [
  { kind: 'milestone', project: 'acme/shop', openIssues: 14, dueOn: day('2026-12-18'), item: { id: 'holiday-readiness', title: 'Holiday readiness', outcome: '', horizon: 'now', belongs: [{ milestone: 'Holiday readiness', project: 'acme/shop' }] } },
  { kind: 'version', project: 'SHOP', openIssues: 31, dueOn: day('2027-03-01'), item: { id: 'shop-4-0', title: 'Shop 4.0', outcome: '', horizon: 'next', belongs: [{ version: 'Shop 4.0', project: 'SHOP' }] } },
  { kind: 'epic', project: 'SHOP', openIssues: null, dueOn: null, item: { id: 'one-tap-returns', title: 'One-tap returns', outcome: '', horizon: 'next', belongs: [{ parent: 'SHOP-77' }] } },
];
