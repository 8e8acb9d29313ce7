import type { ProjectKey } from '../core/issue.ts';
import type { FileDifference } from '../core/roadmap/file/differences.ts';
import type { FileTrouble } from '../core/roadmap/file/roadmap-file.ts';
import type { Instant } from '../core/time.ts';

/** A proposed change of a roadmap file and how far it has come. */
export interface FileProposalView {
  readonly branch: string;
  readonly title: string;
  readonly state: 'sending' | 'done' | 'failed';
  /** The pull request, or the branch where no review was asked for. */
  readonly url: string | null;
  readonly failure: string | null;
}

/** The roadmap file of one repository. */
export interface RoadmapFileView {
  readonly project: ProjectKey;
  readonly name: string;
  readonly place: { readonly path: string; readonly branch: string | null };
  /** Where people see it on their tracker. */
  readonly url: string;
  /** `unread`: not looked for yet. `broken`: it has errors, and the last good version is in use, if there was one. */
  readonly state: 'unread' | 'absent' | 'good' | 'broken';
  readonly readAt: Instant | null;
  /** Ids of the items that come from it; every other item is only in this browser. */
  readonly items: readonly string[];
  readonly errors: readonly FileTrouble[];
  /** What Waymark does not know in it and leaves alone. */
  readonly warnings: readonly FileTrouble[];
  /** In what this browser differs from the team's. */
  readonly differs: readonly FileDifference[];
  /** Newest first. */
  readonly proposals: readonly FileProposalView[];
}

/** A change as it would be written. `text` is the whole file, for copying; `seen` names it, so that nothing else is written than what was shown. */
export type FilePreview =
  | { readonly ok: true; readonly path: string; readonly diff: string; readonly text: string; readonly seen: string }
  | { readonly ok: false; readonly sentence: string; readonly errors: readonly FileTrouble[] };

/** The roadmap file's requests, from our own pages only. `items`: ids of those to be written, `null` for all that differ and the aim. */
export interface RoadmapFileMessages {
  /** Of every repository that is read with a token. */
  roadmapFile: { request: null; response: RoadmapFileView[] };
  previewRoadmapFile: { request: { project: ProjectKey; items: string[] | null }; response: FilePreview };
  /** On a branch of its own; with `pull` as a pull request. Answers at once: `roadmapFile` tells how it goes. */
  proposeRoadmapFile: { request: { project: ProjectKey; items: string[] | null; seen: string; title: string; pull: boolean }; response: { branch: string } };
}
