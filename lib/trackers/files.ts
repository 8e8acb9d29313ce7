import type { ProjectKey } from '../core/issue.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { Person } from '../core/same-person.ts';

export type FileRead =
  | { readonly state: 'unchanged' }
  | { readonly state: 'absent' }
  /** `blob` names this content: another content has another name. */
  | { readonly state: 'read'; readonly text: string; readonly blob: string; readonly etag: string | null }
  /** It is there and no text that could be read: too large, a folder, not UTF-8. */
  | { readonly state: 'unreadable'; readonly reason: string; readonly etag: string | null };

/** A change of a file, made on a branch of its own: nobody's branch is written. */
export interface FileProposal {
  readonly project: ProjectKey;
  readonly place: RoadmapPlace;
  /** The new branch. Derived from the content, so that the same change is proposed once. */
  readonly branch: string;
  readonly text: string;
  /** The content that the change was made on, `null` for no file: where another one stands meanwhile, nothing is written. */
  readonly basis: string | null;
  readonly title: string;
  readonly body: string;
  /** Ask for review as well; otherwise the branch is all. */
  readonly pull: boolean;
}

/** How far a proposal has come. Each step is one request; a step whose answer was lost is repeated, and looks before it writes again. */
export type ProposalStep =
  | { readonly at: 'start' }
  | { readonly at: 'base' | 'pull'; readonly base: string }
  | { readonly at: 'branch'; readonly base: string; readonly head: string }
  | { readonly at: 'look' | 'pull-look'; readonly base: string; /** The write before was refused because of what stands there. */ readonly refused?: true }
  | { readonly at: 'put'; readonly base: string; readonly refused?: true; /** The tracker refuses no outdated write: after a lost answer it is begun again, with a look. */ readonly unguarded?: true }
  | { readonly at: 'done'; readonly url: string }
  /** The file is another one than the change was made on. */
  | { readonly at: 'conflict' };

/** A proposed change and how far it has come; `failure` says why it went no further. */
export interface ProposeCursor {
  readonly proposal: FileProposal;
  readonly step: ProposalStep;
  readonly failure: string | null;
  /** Who proposed it: nobody else sends it without a word. */
  readonly by?: Person;
}
