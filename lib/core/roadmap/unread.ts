import type { ProjectKey } from '../issue.ts';
import { hostOf, trackerOfKey } from '../keys.ts';
import { counted } from '../risk/issue-fact.ts';

/** A project of which nobody has read all that was ever closed. */
export interface UnreadProject {
  readonly project: ProjectKey;
  /** As people write it. */
  readonly name: string;
  /** Closed issues are on their way; else they are read for those alone who sign in. */
  readonly reading: boolean;
  /** Its open issues are all known. */
  readonly openKnown: boolean;
}

/** What cannot be told of an item, because issues of it lie in such projects. */
export interface Unread {
  /** Open ones may be missing too. */
  readonly open: boolean;
  /** One sentence: what is not read, and what would have it read. */
  readonly because: string;
}

/**
 * What was not read for an item, said of the projects that wait for somebody first; `null` where everything is known. What was finished unseen is not “nothing”: no pace, no odds and no health can be told from it.
 *
 * `unreadOf([{project: 'github.com/acme/shop', name: 'acme/shop', reading: false, openKnown: true}])` → `{open: false, because: 'Closed issues of acme/shop are read only with a token for github.com.'}`
 */
export function unreadOf(projects: readonly UnreadProject[]): Unread | null {
  const first = projects.find(({ reading }) => !reading) ?? projects[0];
  if (!first) return null;
  const host = hostOf(first.project);
  const alike = projects.filter(({ project, reading }) => reading === first.reading && hostOf(project) === host);
  const of = `Closed issues of ${first.name}${alike.length > 1 ? ` and ${counted(alike.length - 1, 'other project')}` : ''} are`;
  const how = trackerOfKey(first.project) === 'jira' ? `once you are signed in to ${host}` : `with a token for ${host}`;
  return { open: projects.some(({ openKnown }) => !openKnown), because: first.reading ? `${of} still being read.` : `${of} read only ${how}.` };
}
