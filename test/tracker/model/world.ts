import type { JiraWorld } from '../jira/model/jira.ts';
import type { Behaviours } from './behaviours.ts';
import type { Plan } from './plan.ts';
import type { Repository } from './repository.ts';
import type { Token } from './token.ts';

export interface Person {
  login: string;
  id: number;
  name: string;
  bot?: boolean;
}

export interface Project {
  owner: string;
  number: number;
  title: string;
  columns: readonly { name: string; items: readonly ProjectItem[] }[];
}

/** A card. A draft has a title and no issue. */
export interface ProjectItem {
  id: number;
  repository: string;
  number: number | null;
  draftTitle?: string;
}

/** How the pages are shown; the API does not depend on it. */
export interface Site {
  viewer: string | null;
  colorMode: 'auto' | 'light' | 'dark';
}

export interface Allowance {
  used: number;
  /** Milliseconds since the epoch. */
  resetAt: number;
}

/** The mutable truth that pages and API share: what is written to one is read from the other. */
export interface World {
  repositories: Repository[];
  /** Old `owner/name` in lower case → the repository's id. */
  renamed: Map<string, number>;
  people: Map<string, Person>;
  tokens: Map<string, Token>;
  project: Project | null;
  /** Projects (v2) as the API tells them. */
  plans: Plan[];
  /** Requests that would have written a Project; every one of them is refused. */
  planWrites: number;
  behaviours: Behaviours;
  site: Site;
  /** Keyed by user or address and resource. */
  allowances: Map<string, Allowance>;
  /** The next unused id of whatever is made after seeding. */
  nextId: number;
  /** Everything above is GitHub's. */
  jira: JiraWorld;
}
