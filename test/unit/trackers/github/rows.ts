/** A row as GitHub lists it, with what a test is about put over it. */
export const row = (over: object = {}): object => ({
  id: 2_069_495_429,
  number: 12,
  title: 'Express checkout',
  html_url: 'https://github.com/Acme/Shop/issues/12',
  repository_url: 'https://api.github.com/repos/Acme/Shop',
  state: 'open',
  state_reason: null,
  user: { login: 'maya' },
  assignees: [],
  labels: [],
  milestone: null,
  comments: 4,
  created_at: '2026-01-08T02:37:03Z',
  updated_at: '2026-11-02T10:00:00Z',
  closed_at: null,
  ...over,
});

export const milestone = (over: object = {}): object => ({
  number: 2,
  title: 'Sprint 24',
  state: 'open',
  description: 'Sprint Goal: Pay fast.',
  due_on: '2026-11-30T08:00:00Z',
  created_at: '2026-11-02T10:00:00Z',
  updated_at: '2026-11-20T10:00:00Z',
  open_issues: 3,
  closed_issues: 4,
  ...over,
});
