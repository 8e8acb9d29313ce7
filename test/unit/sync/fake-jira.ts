import type { History } from '../../../lib/core/history.ts';
import type { Issue, IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { jiraProjectKey, parseJiraKey } from '../../../lib/core/keys.ts';
import type { Account, Credentials, Exchanged, IssuePage, IssueQuery, SprintPage, TrackerError, TrackerWrite } from '../../../lib/trackers/tracker.ts';
import { FakeTracker } from './fake-tracker.ts';

const MINUTE = 60_000;
const PAGE = 100;
/** Two requests go into learning what a site is. */
const LESSONS = 2;

/**
 * The fake as Jira behaves: signed in by the browser's session, learned on the way, without ETags, with pages whose address expires, a search that lags behind what was
 * changed, histories by a request of their own, boards before sprints, and a limit of writes to one issue.
 */
export class FakeJira extends FakeTracker {
  override readonly kind = 'jira';
  override readonly without = 'session';
  override readonly overlap = 12 * MINUTE;
  override readonly shares = true;
  readonly histories = new Map<IssueKey, History>();
  signedIn = true;
  /** People without a name may read it too. */
  isPublic = false;
  account: Account = { login: 'maya', tokenKind: 'session', missing: [], expiresAt: null };
  /** What it calls whoever is signed in with each answer; `undefined` where it does not say. */
  named: string | undefined = 'id-maya';
  readOnly = false;
  /** It never learns what the site is. */
  forgetful = false;
  /** How long the search shows the former state of a changed issue. */
  lag = 0;
  /** How long the address of a page leads further. */
  pageLife = Number.POSITIVE_INFINITY;
  /** Between two writes to one issue; sooner is refused. */
  writeGap = 0;
  readonly #former = new Map<IssueKey, { issue: Issue | null; until: number }>();
  readonly #wroteAt = new Map<IssueKey, number>();

  override add(...issues: readonly Issue[]): this {
    for (const issue of issues) if (this.lag > 0 && issue.updatedAt >= this.now()) this.#former.set(issue.key, { issue: null, until: this.now() + this.lag });
    return super.add(...issues);
  }

  override change(key: IssueKey, change: Partial<Issue>): void {
    const shown = this.#shown(key);
    super.change(key, change);
    if (this.lag > 0) this.#former.set(key, { issue: shown, until: this.now() + this.lag });
  }

  override projectOf(key: IssueKey): ProjectKey | null {
    const parts = parseJiraKey(key);
    return parts?.number == null ? null : jiraProjectKey(parts.host, parts.project);
  }

  override sprintProjectOf(key: string): ProjectKey | null {
    const parts = parseJiraKey(key);
    return parts?.sprint == null ? null : jiraProjectKey(parts.host, parts.project);
  }

  override readIssues(credentials: Credentials, query: IssueQuery, _etag: string | null): Promise<Exchanged<IssuePage>> {
    const names = query.kind === 'open' ? (query.keys ?? []) : [];
    const url = query.kind === 'url' ? query.url : query.kind === 'open' ? `${names.length > 0 ? `named|${query.project}|${names.join()}` : `open|${query.project}`}` : `${query.kind}|${query.project}|${query.since ?? 0}`;
    return this.answer<IssuePage>(`GET ${url}`, credentials, () => {
      const [kind = '', project = '', given = '', after = '', issued = ''] = url.split('|');
      if (issued !== '' && this.now() - Number(issued) > this.pageLife) return { kind: 'gone' };
      const told = { unchanged: false, rejected: [], url, etag: null, renamedTo: null, at: this.now() };
      const all = [...this.issues.keys()].flatMap((key) => this.#shown(key) ?? []).filter((issue) => issue.project === project);
      if (kind === 'named') return { ...told, issues: all.filter((issue) => given.split(',').includes(issue.key)), next: null, partial: true };
      const [at = 0, number = 0] = after === '' ? [] : after.split(',').map(Number);
      const rows = all
        .filter((issue) => (kind === 'open' ? issue.status.category !== 'done' : issue.updatedAt >= Number(given)) && (issue.updatedAt > at || (issue.updatedAt === at && issue.number > number)))
        .toSorted((a, b) => a.updatedAt - b.updatedAt || a.number - b.number);
      const issues = rows.slice(0, PAGE);
      const last = issues.at(-1);
      const next = last && rows.length > PAGE ? `${kind}|${project}|${given}|${last.updatedAt},${last.number}|${this.now()}` : null;
      return kind === 'sweep' ? { ...told, issues: [], seen: issues.map((issue) => issue.key), next } : { ...told, issues, next };
    });
  }

  override readSprints(credentials: Credentials, project: ProjectKey, next: string | null): Promise<Exchanged<SprintPage>> {
    return this.answer(`GET ${next ?? 'boards'} ${project}`, credentials, () => {
      const told = { unchanged: false, rejected: [], etag: null };
      if (next === null) return { ...told, sprints: [], next: 'board:1', boards: [{ id: 1, name: 'Shop', kind: 'scrum' as const, url: '', columns: [] }] };
      return { ...told, sprints: [...this.sprints.values()].filter((sprint) => sprint.project === project && sprint.state !== 'closed'), next: null };
    });
  }

  readHistories(credentials: Credentials, keys: readonly IssueKey[]): Promise<Exchanged<ReadonlyMap<IssueKey, History>>> {
    if (keys.length > 50) throw new Error('At most fifty');
    return this.answer(`GET histories ${keys.length}`, credentials, () => new Map(keys.flatMap((key) => {
      const history = this.histories.get(key);
      return history ? [[key, history] as const] : [];
    })));
  }

  override checkAccount(credentials: Credentials): Promise<Exchanged<Account>> {
    return this.answer<Account>('GET myself', credentials, () => (this.signedIn ? this.account : { kind: 'unauthorised' as const, reason: 'nobody' }));
  }

  override write(credentials: Credentials, write: TrackerWrite): Promise<Exchanged<null>> {
    if (write.kind === 'set-sprint-description') return super.write(credentials, write);
    return this.answer<null>(`${write.kind} ${write.key}${write.kind === 'share' ? '' : ` ${write.label}`}`, credentials, () => {
      const issue = this.issues.get(write.key);
      if (!issue) return { kind: 'not-found' as const };
      if (this.readOnly) return { kind: 'forbidden' as const, reason: 'You may not edit', missing: 'EDIT_ISSUES', authoriseAt: null };
      const free = (this.#wroteAt.get(write.key) ?? Number.NEGATIVE_INFINITY) + this.writeGap;
      if (free > this.now()) return { kind: 'rate-limited' as const, until: free, scope: 'issue' as const };
      this.#wroteAt.set(write.key, this.now());
      const labels = write.kind === 'share' ? issue.labels : write.kind === 'add-label' ? [...new Set([...issue.labels, write.label])] : issue.labels.filter((label) => label !== write.label);
      const shared = write.share ?? issue.shared;
      if (labels.length !== issue.labels.length) this.effects.push(`${write.kind} ${write.key} ${write.kind === 'share' ? '' : write.label}`);
      if (JSON.stringify(shared) !== JSON.stringify(issue.shared)) this.effects.push(`share ${write.key} ${JSON.stringify(shared)}`);
      if (labels.length !== issue.labels.length || shared !== issue.shared) this.change(write.key, { labels, ...(shared && { shared }) });
      return null;
    });
  }

  protected override async answer<T>(request: string, credentials: Pick<Credentials, 'token' | 'site'>, work: () => T | TrackerError): Promise<Exchanged<T>> {
    const known = typeof credentials.site === 'object' && credentials.site !== null && 'lessons' in credentials.site ? Number(credentials.site.lessons) : 0;
    if (known < LESSONS) return { ...(await super.answer<T>(`GET lesson ${known + 1}`, credentials, () => ({ kind: 'learning' }))), site: { lessons: this.forgetful ? 0 : known + 1 } };
    const answer = await super.answer(request, credentials, () => (this.signedIn || this.isPublic || request === 'GET myself' ? work() : { kind: 'unauthorised', reason: 'signed out' }));
    return { ...answer, ...(answer.outcome.ok && request.startsWith('GET') && this.signedIn && this.named !== undefined && { whose: this.named }) };
  }

  /** The issue as the search shows it. */
  #shown(key: IssueKey): Issue | null {
    const former = this.#former.get(key);
    return former && this.now() < former.until ? former.issue : (this.issues.get(key) ?? null);
  }
}

/** A history by days before the moment it is read: begun, then perhaps finished. */
export function aHistory(readAt: number, statuses: History['statuses'], sprints: History['sprints'] = []): History {
  return { statuses, sprints, complete: true, readAt };
}
