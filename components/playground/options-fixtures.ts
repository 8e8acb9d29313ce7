import { DEFAULT_THRESHOLDS, THRESHOLDS } from '../../lib/core/risk/thresholds.ts';
import type { ConnectionView, ModelPreview, ModelView, OptionsView, PreviewRow, SettingsView } from '../../lib/messaging/messages.ts';
import { inputs, unscored } from './card-fixtures.ts';
import { DAY, day, issueKey, issueUrl, jiraProject, NOW, otherProject, project, SIGNED_OUT } from './issues.ts';

export const settings: SettingsView = {
  model: 'signals', weights: {}, thresholds: DEFAULT_THRESHOLDS, mutedRules: ['unowned'],
  calendar: { timeZone: 'Europe/Berlin', weekend: [0, 6], holidays: [day('2026-12-25'), day('2027-01-01')] },
};

const github: ConnectionView = {
  host: 'github.com', tracker: 'github', flavour: null, signIn: 'token', login: 'mira', tokenKind: 'Fine-grained', state: 'ok', missing: [], problem: null, expiresAt: NOW + 60 * DAY, checkedAt: NOW - 3_600_000, hasToken: true,
  allowance: { limit: 5000, remaining: 4873, resetAt: NOW + 23 * 60_000, reserve: 0 },
  projects: [{ key: project, name: 'acme/shop', issues: 1284, syncedAt: NOW - 4 * 60_000 }, { key: otherProject, name: 'acme/payments', issues: 311, syncedAt: NOW - 3 * 3_600_000, readOnly: 'the token for github.com lacks Issues: read and write in acme/payments' }],
};
export const enterprise: ConnectionView = { ...github, host: 'git.acme.example', login: 'mira', tokenKind: 'Classic', state: 'unauthorised', missing: ['Issues: write'], expiresAt: NOW - DAY, allowance: null, projects: [] };
export const noToken: ConnectionView = { ...github, signIn: 'none', login: null, tokenKind: null, state: 'anonymous', expiresAt: null, checkedAt: null, hasToken: false, allowance: { limit: 60, remaining: 41, resetAt: NOW + 23 * 60_000, reserve: 15 } };

export const jiraCloud: ConnectionView = {
  ...github, host: 'acme.atlassian.net', tracker: 'jira', flavour: 'cloud', signIn: 'session', login: null, tokenKind: null, expiresAt: null, checkedAt: null, hasToken: false, allowance: null,
  projects: [{ key: jiraProject, name: 'SHOP', issues: 842, syncedAt: NOW - 2 * 60_000 }],
};
export const signedOutCloud: ConnectionView = { ...jiraCloud, state: 'unauthorised', problem: SIGNED_OUT };
export const dataCenter: ConnectionView = { ...jiraCloud, host: 'tickets.acme.example', flavour: 'data-center', signIn: 'token', login: 'mira', tokenKind: 'other', missing: ['Edit issues'], checkedAt: NOW - 3_600_000, hasToken: true, projects: [] };

const model = (id: string, name: string, summary: string, formula: string, source: string, weighted = false): ModelView => ({ id, name, summary, formula, source, inputs: weighted ? inputs : unscored.inputs, weighted });

export const optionsView: OptionsView = {
  connections: [github],
  defaultModel: 'signals',
  models: [
    model('signals', 'Signals', 'Demand, severity, urgency, leverage, roadmap fit and effort, read from the tracker; nobody has to enter anything.', '100 × Σ (weight × signal) / Σ weight', 'Waymark’s own weighted scoring', true),
    model('rice', 'RICE', 'Total impact per time worked.', 'Reach × Impact × Confidence / Effort', 'Sean McBride, Intercom 2016, https://www.intercom.com/blog/rice-simple-prioritization-for-product-managers/'),
    model('wsjf', 'WSJF', 'Cost of delay per job size, relative.', '(Business value + Time criticality + Risk reduction) / Job size', 'Scaled Agile Framework, https://framework.scaledagile.com/wsjf'),
    model('cd3', 'CD3', 'Cost of delay divided by duration.', 'Cost of delay per week / weeks', 'Black Swan Farming, https://blackswanfarming.com/'),
  ],
  settings,
  rules: [
    { id: 'blocked', kind: 'execution', label: 'Blocked', source: 'The tracker’s own dependencies' },
    { id: 'overdue', kind: 'execution', label: 'Overdue', source: 'Due date of the issue or its milestone' },
    { id: 'unowned', kind: 'execution', label: 'Unowned in the sprint', source: 'Scrum Guide 2020: a plan for the sprint' },
    { id: 'off-roadmap', kind: 'strategic', label: 'High score on no roadmap item', source: 'Waymark' },
    { id: 'priority-disagrees', kind: 'strategic', label: 'Priority disagrees with the score', source: 'Waymark' },
  ],
  thresholds: THRESHOLDS,
  store: { issues: 1595, bytes: 3_400_000 },
};

const row = (number: number, title: string, before: [string, number], after: [string, number]): PreviewRow => ({
  key: issueKey(number), reference: `#${number}`, title, url: issueUrl(number), before: before[0], after: after[0], place: after[1], won: before[1] - after[1],
});
const previewed = [
  row(312, 'Guest checkout fails in Safari when the address form is filled automatically', ['71', 2], ['76', 1]),
  row(318, 'Rotate the payment certificates', ['74', 1], ['70', 2]),
  row(327, 'Show the delivery date before payment', ['58', 5], ['66', 3]),
  row(340, 'Hotfix: tax for Norway is rounded twice', ['66', 3], ['61', 4]),
  row(342, 'Log out from all devices', ['61', 4], ['52', 5]),
] as const;
export const modelPreview: ModelPreview = { ranked: 340, open: 340, first: previewed, winners: [previewed[2], previewed[0]], losers: [previewed[4], previewed[3], previewed[1]], moved: 5, unscored: 0 };
