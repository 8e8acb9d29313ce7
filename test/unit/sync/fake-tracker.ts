import type { Issue, IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { Allowance, Credentials, Exchanged, FoundIssue, IssuePage, IssueQuery, RejectedRow, SprintPage, Tracker, TrackerError } from '../../../lib/trackers/tracker.ts';

const PAGE = 100;

/** What a test may make of the tracker's answers. */
export interface Weather {
  /** Called before each request reaches the tracker; an error answers it at once. */
  before?: (request: string) => Promise<TrackerError | null>;
  /** Called when the tracker has done its part, before the answer arrives; an error hides the answer. */
  after?: (request: string) => Promise<TrackerError | null>;
}

/** A tracker in memory that keeps the port's promises: pages by value cursor, ETags, moved and deleted issues, labels that change once. */
export class FakeTracker implements Tracker {
  readonly kind: Tracker['kind'] = 'github';
  readonly without: Tracker['without'] = 'anonymous';
  readonly overlap: number = 120_000;
  readonly shares: boolean = false;
  readonly issues = new Map<IssueKey, Issue>();
  readonly sprints = new Map<string, Sprint>();
  readonly moved = new Map<IssueKey, IssueKey>();
  readonly blockers = new Map<IssueKey, readonly Issue[]>();
  readonly renamed = new Map<ProjectKey, ProjectKey>();
  readonly unreadable: RejectedRow[] = [];
  /** Every request in order. */
  readonly requests: string[] = [];
  readonly unchanged: string[] = [];
  /** Effects of writes: what really changed, not what was asked. */
  readonly effects: string[] = [];
  allowance: Allowance | null = null;
  privateTo: string | null = null;
  /** Pages after so many rows of one query are refused. */
  pageCap = Number.POSITIVE_INFINITY;
  dropWrites = false;
  weather: Weather = {};
  now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  add(...issues: readonly Issue[]): this {
    for (const issue of issues) this.issues.set(issue.key, issue);
    return this;
  }

  change(key: IssueKey, change: Partial<Issue>): void {
    const issue = this.issues.get(key);
    if (!issue) throw new Error(`${key} is not there to be changed`);
    this.issues.set(key, { ...issue, updatedAt: this.now(), ...change });
  }

  projectOf(key: IssueKey): ProjectKey | null {
    return key.includes('#') ? (key.slice(0, key.indexOf('#')) as ProjectKey) : null;
  }

  sprintProjectOf(key: string): ProjectKey | null {
    return key.slice(0, key.indexOf('/milestone/')) as ProjectKey;
  }

  readIssues(credentials: { token: string | null }, query: IssueQuery, etag: string | null): Promise<Exchanged<IssuePage>> {
    const url = query.kind === 'url' ? query.url : query.kind === 'open' ? `open|${query.project}|` : `changes|${query.project}|${query.since ?? 0}|`;
    return this.answer(`GET ${url}`, credentials, () => {
      const [kind, asked = '', ...rest] = url.split('|');
      const project = this.present(asked as ProjectKey);
      const page = kind === 'open' ? this.#openPage(project, rest[0] ?? '') : this.#changesPage(project, Number(rest[0]), rest[1] ?? '');
      if ('kind' in page) return page;
      const tag = `W/"${hash(JSON.stringify(page.issues))}"`;
      const renamedTo = project === asked ? null : project;
      const rejected = rest.at(-1) === '' ? this.unreadable : [];
      if (tag === etag) {
        this.unchanged.push(url);
        return { unchanged: true, issues: [], rejected: [], next: null, url, etag, renamedTo: null };
      }
      return { unchanged: false, issues: page.issues, rejected, next: page.next, url, etag: tag, renamedTo };
    });
  }

  readIssue(credentials: { token: string | null }, key: IssueKey): Promise<Exchanged<FoundIssue>> {
    return this.answer(`GET issue ${key}`, credentials, () => {
      const target = this.moved.get(key) ?? key;
      const issue = this.issues.get(target);
      if (!issue) return { value: { kind: 'gone' } satisfies FoundIssue };
      return { value: (target === key ? { kind: 'found', issue } : { kind: 'moved', issue }) satisfies FoundIssue };
    }).then(unpacked);
  }

  readBlockers(credentials: { token: string | null }, key: IssueKey): Promise<Exchanged<readonly Issue[]>> {
    return this.answer(`GET blockers ${key}`, credentials, () => this.blockers.get(key) ?? []);
  }

  readSprints(credentials: { token: string | null }, project: ProjectKey, _next: string | null, etag: string | null): Promise<Exchanged<SprintPage>> {
    return this.answer(`GET sprints ${project}`, credentials, () => {
      const sprints = [...this.sprints.values()].filter((sprint) => sprint.project === this.present(project));
      const tag = `W/"${hash(JSON.stringify(sprints))}"`;
      if (tag === etag) this.unchanged.push(`sprints ${project}`);
      return { unchanged: tag === etag, sprints: tag === etag ? [] : sprints, rejected: [], next: null, etag: tag };
    });
  }

  readSprint(credentials: { token: string | null }, key: string): Promise<Exchanged<Sprint>> {
    return this.answer<Sprint>(`GET sprint ${key}`, credentials, () => this.sprints.get(key) ?? { kind: 'not-found' as const });
  }

  checkAccount(..._asked: Parameters<Tracker['checkAccount']>): ReturnType<Tracker['checkAccount']> {
    throw new Error('With a token the sync never checks an account');
  }

  write(credentials: { token: string | null }, write: Parameters<Tracker['write']>[1]): Promise<Exchanged<null>> {
    if (write.kind === 'share') throw new Error('It keeps nothing of ours');
    const subject = write.kind === 'set-sprint-description' ? write.sprint : `${write.key} ${write.label}`;
    return this.answer<null>(`${write.kind} ${subject}`, credentials, () => {
      if (this.dropWrites) return null;
      if (write.kind === 'set-sprint-description') {
        const sprint = this.sprints.get(write.sprint);
        if (!sprint) return { kind: 'not-found' as const };
        if (sprint.description !== write.description) this.effects.push(`${write.kind} ${subject}`);
        this.sprints.set(write.sprint, { ...sprint, description: write.description });
        return null;
      }
      const issue = this.issues.get(write.key);
      if (!issue) return { kind: 'not-found' as const };
      if (issue.labels.includes(write.label) === (write.kind === 'add-label')) return null;
      this.effects.push(`${write.kind} ${subject}`);
      this.change(write.key, { labels: write.kind === 'add-label' ? [...issue.labels, write.label] : issue.labels.filter((label) => label !== write.label) });
      return null;
    });
  }

  protected async answer<T>(request: string, { token }: Pick<Credentials, 'token' | 'site'>, work: () => T | TrackerError): Promise<Exchanged<T>> {
    const early = await this.weather.before?.(request);
    if (early) return { outcome: { ok: false, error: early }, allowance: this.allowance };
    this.requests.push(request);
    if (this.allowance) this.allowance = { ...this.allowance, remaining: this.allowance.remaining - 1 };
    const hidden = this.privateTo !== null && this.privateTo !== token;
    const value = hidden ? { kind: 'not-found' as const } : work();
    const late = await this.weather.after?.(request);
    if (late) return { outcome: { ok: false, error: late }, allowance: this.allowance };
    return { outcome: isError(value) ? { ok: false, error: value } : { ok: true, value }, allowance: this.allowance };
  }

  protected present(project: ProjectKey): ProjectKey {
    return this.renamed.get(project) ?? project;
  }

  #changesPage(project: ProjectKey, since: number, after: string): { issues: Issue[]; next: string | null } | TrackerError {
    const [at = 0, number = 0, offset = 0] = after === '' ? [] : after.split(',').map(Number);
    if (offset >= this.pageCap) return { kind: 'page-limit' };
    const rows = [...this.issues.values()]
      .filter((issue) => issue.project === project && issue.updatedAt >= since && (issue.updatedAt > at || (issue.updatedAt === at && issue.number > number)))
      .sort((a, b) => a.updatedAt - b.updatedAt || a.number - b.number);
    const issues = rows.slice(0, PAGE);
    const last = issues.at(-1);
    return { issues, next: last && rows.length > PAGE ? `changes|${project}|${since}|${last.updatedAt},${last.number},${offset + PAGE}` : null };
  }

  #openPage(project: ProjectKey, after: string): { issues: Issue[]; next: string | null } {
    const before = after === '' ? Number.POSITIVE_INFINITY : Number(after);
    const rows = [...this.issues.values()].filter((issue) => issue.project === project && issue.status.category !== 'done' && issue.number < before).sort((a, b) => b.number - a.number);
    const issues = rows.slice(0, PAGE);
    return { issues, next: rows.length > PAGE ? `open|${project}|${issues.at(-1)?.number}` : null };
  }
}

const ERRORS = new Set<string>(['rate-limited', 'unauthorised', 'forbidden', 'not-found', 'gone', 'offline', 'page-limit', 'server', 'changed-shape', 'learning'] satisfies TrackerError['kind'][]);

function isError<T>(value: T | TrackerError): value is TrackerError {
  return typeof value === 'object' && value !== null && 'kind' in value && ERRORS.has(String(value.kind)) && !('key' in value);
}

/** `FoundIssue` has a kind `gone` of its own, so it travels in a box. */
export function unpacked({ outcome, ...told }: Exchanged<{ value: FoundIssue }>): Exchanged<FoundIssue> {
  return { outcome: outcome.ok ? { ok: true, value: outcome.value.value } : outcome, ...told };
}

function hash(text: string): string {
  let value = 0;
  for (let index = 0; index < text.length; index++) value = (Math.imul(value, 31) + text.charCodeAt(index)) | 0;
  return String(value);
}
