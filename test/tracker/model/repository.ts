import { createHash } from 'node:crypto';
import type { Issue } from './issue.ts';

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
  isDefault: boolean;
}

export interface Milestone {
  readonly id: number;
  readonly number: number;
  readonly creator: string;
  readonly createdAt: string;
  title: string;
  description: string | null;
  state: 'open' | 'closed';
  dueOn: string | null;
  updatedAt: string;
  closedAt: string | null;
}

export interface HistoryEvent {
  id: number;
  number: number;
  event: 'labeled' | 'unlabeled' | 'milestoned' | 'demilestoned' | 'assigned' | 'unassigned' | 'closed' | 'reopened' | 'renamed';
  actor: string;
  at: string;
  label?: { name: string; color: string };
  milestone?: string;
  assignee?: string;
  stateReason?: string | null;
  rename?: { from: string; to: string };
}

/** Why a number that once was an issue answers no more. */
export type Gone = { kind: 'deleted'; status: 404 | 410 } | { kind: 'transferred'; to: string; number: number };

/** A branch: the commit that it is at, and the files of it by path. */
export interface Branch {
  head: string;
  readonly files: Map<string, string>;
}

export type Role = 'read' | 'triage' | 'write' | 'admin';

export interface Repository {
  readonly id: number;
  owner: string;
  name: string;
  description: string;
  private: boolean;
  createdAt: string;
  issues: Map<number, Issue>;
  /** Keyed by lower-case name: GitHub's label names differ only in more than case. */
  labels: Map<string, Label>;
  milestones: Map<number, Milestone>;
  /** Filled for an issue when somebody first asks or writes, so that 50,000 histories cost nothing. */
  history: Map<number, HistoryEvent[]>;
  gone: Map<number, Gone>;
  roles: Map<string, Role>;
  branches: Map<string, Branch>;
  /** Counts writes; ordered indexes re-sort when it moved. */
  revision: number;
}

/** A commit's name out of what it is about: always the same for the same. */
export const commitOf = (...about: readonly unknown[]): string => createHash('sha1').update(JSON.stringify(about)).digest('hex');

/** Git's own name of a content. */
export const blobOf = (text: string): string => createHash('sha1').update(`blob ${Buffer.byteLength(text)}\0${text}`).digest('hex');

export const fullName = (repository: Repository): string => `${repository.owner}/${repository.name}`;
