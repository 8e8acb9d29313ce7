import { githubIssueKey, githubProjectKey, isIterationKey, parseGithubIssueKey } from '../../core/keys.ts';
import type { IssueKey, ProjectKey, SprintKey } from '../../core/issue.ts';
import { apiBase } from './hosts.ts';
import { isRepository, readNumber } from './names.ts';
import type { Repository } from './routes.ts';

/** The repository that a key names and, of an issue's or a sprint's key, the number. */
export interface Place extends Repository {
  readonly host: string;
  readonly number: number;
  readonly project: ProjectKey;
}

const SPRINT_KEY = /^([^/#]+)\/([^/#]+)\/([^/#]+)\/milestone\/(\d+)$/;
const PROJECT_KEY = /^([^/#]+)\/([^/#]+)\/([^/#:]+)$/;
const OWNER = /^[a-z0-9_-]+$/;

export function placeOfIssue(key: IssueKey): Place | null {
  const parts = parseGithubIssueKey(key);
  return parts && place(parts.host, parts.owner, parts.repository, parts.number);
}

export function placeOfSprint(key: SprintKey): Place | null {
  const [, host = '', owner = '', repository = '', number = ''] = SPRINT_KEY.exec(key) ?? [];
  return place(host, owner, repository, readNumber(number));
}

/** The repository of a milestone or of an iteration. */
export function projectOfSprint(key: SprintKey): ProjectKey | null {
  const milestone = placeOfSprint(key);
  const repository = milestone === null && isIterationKey(key) ? key.slice(0, key.lastIndexOf('/project/')) as ProjectKey : null; // a key of an iteration begins with the repository's
  return milestone?.project ?? (repository !== null && placeOfProject(repository) !== null ? repository : null);
}

export function placeOfProject(key: ProjectKey): Repository | null {
  const [, host = '', owner = '', repository = ''] = PROJECT_KEY.exec(key) ?? [];
  return place(host, owner, repository, 1);
}

/** Looser than the URL grammar: what the API says exists, exists. But nothing that would climb out of a path. */
function place(host: string, owner: string, repository: string, number: number | null): Place | null {
  const base = apiBase(host);
  if (base === null || number === null || number < 1 || !OWNER.test(owner) || !isRepository(repository)) return null;
  return { base, host, owner, repository, number, project: githubProjectKey(host, owner, repository) };
}

const PAGE_PATH = /^\/([\w-]+)\/([\w.-]+)\/(?:issues|pull)\/\d+\/?$/;
const API_PATH = /\/repos\/([\w-]+)\/([\w.-]+)(?:\/issues\/(\d+))?\/?$/;

/** Owner and repository of a row, in the case they are written in; from its page's address, else from its repository's. */
export function repositoryOf(row: { html_url: string; repository_url?: string | null | undefined }): { owner: string; repository: string } | null {
  const match = PAGE_PATH.exec(pathOf(row.html_url)) ?? API_PATH.exec(pathOf(row.repository_url ?? ''));
  const [, owner = '', repository = ''] = match ?? [];
  return isRepository(repository) ? { owner, repository } : null;
}

/** `https://api.github.com/repos/acme/shop/issues/3` → `github.com/acme/shop#3`, on the site that was asked. */
export function keyOfApiUrl(host: string, url: string): IssueKey | null {
  const [, owner = '', repository = '', digits = ''] = API_PATH.exec(pathOf(url)) ?? [];
  const number = readNumber(digits);
  return number === null || !isRepository(repository) ? null : githubIssueKey(host, owner, repository, number);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
