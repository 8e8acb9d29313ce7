import type { ProjectKey } from '../core/issue.ts';
import type { FileDifference } from '../core/roadmap/file/differences.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { FileTrouble, TeamSettings } from '../core/roadmap/file/roadmap-file.ts';

/** A proposed change of a roadmap file and how far it has come. */
export interface FileProposalView {
  readonly branch: string;
  readonly title: string;
  readonly state: 'sending' | 'done' | 'failed';
  /** The pull request, the branch where no review was asked for, or the project where there is none. */
  readonly url: string | null;
  readonly failure: string | null;
}

/** The roadmap that one repository, or one Jira project, keeps. */
export interface RoadmapFileView {
  readonly project: ProjectKey;
  readonly name: string;
  /** A file is proposed, a Jira project's property is written at once. */
  readonly keptAs: 'file' | 'property';
  readonly place: RoadmapPlace;
  /** False where this browser was told to leave it alone. */
  readonly followed: boolean;
  /** Where people see it on their tracker. */
  readonly url: string;
  /** `unread`: not looked for yet. `broken`: it has errors, and the last good version is in use, if there was one. */
  readonly state: 'unread' | 'absent' | 'good' | 'broken';
  /** Why it could not be looked at, in a sentence. */
  readonly failure: string | null;
  /** Ids of the items that come from it; every other item is only in this browser. */
  readonly items: readonly string[];
  /** What the team has agreed on there. */
  readonly team: TeamSettings;
  readonly errors: readonly FileTrouble[];
  /** What Waymark does not know in it and leaves alone. */
  readonly warnings: readonly FileTrouble[];
  /** In what this browser differs from the team's. */
  readonly differs: readonly FileDifference[];
  /** Newest first. */
  readonly proposals: readonly FileProposalView[];
}

/** A change as it would be written, and the single changes that it was chosen from. `text` is the whole file, for copying; `seen` names it, so that nothing else is written than what was shown. */
export type FilePreview = { readonly choices: readonly FileDifference[] } & (
  | { readonly ok: true; readonly path: string; readonly diff: string; readonly text: string; readonly seen: string }
  | { readonly ok: false; readonly sentence: string; readonly errors: readonly FileTrouble[] }
);

/** What is to be written: `changes` are ids of differences, `null` for the usual ones. `moving`: also items that another place holds, because the roadmap moves here. */
export interface FileWish {
  readonly project: ProjectKey;
  readonly changes: readonly string[] | null;
  readonly moving?: boolean;
  /** The goals of one sprint, in their order, in place of those that the team's file gives it. */
  readonly goals?: { readonly sprint: string; readonly goals: readonly string[] };
}

/** The roadmap file's requests, from our own pages only. */
export interface RoadmapFileMessages {
  /** Of every project that is read with a sign-in and can keep one. */
  roadmapFile: { request: null; response: RoadmapFileView[] };
  previewRoadmapFile: { request: FileWish; response: FilePreview };
  /** On a branch of its own, with `pull` as a pull request; a property is written at once. Answers at once: `roadmapFile` tells how it goes. */
  proposeRoadmapFile: { request: FileWish & { readonly seen: string; readonly title: string; readonly pull: boolean }; response: { branch: string } };
  /** Takes the team's side of one difference. */
  useTeams: { request: { readonly project: ProjectKey; readonly difference: string }; response: null };
  /** Where the project's roadmap is, looked for at once; `null` to follow it no longer: what came from it stays in this browser. */
  setRoadmapPlace: { request: { readonly project: ProjectKey; readonly place: RoadmapPlace | null }; response: null };
}
