import type { Instant } from '../../core/time.ts';
import type { FieldIds } from './fields.ts';
import { homeOf } from './hosts.ts';
import type { JiraSite } from './site.ts';
import { doneOnBoards } from './status.ts';

/** What is known of the site, as the mapping of its rows wants it. */
export interface IssueView {
  readonly host: string;
  /** Where its pages are, for links. */
  readonly home: string;
  readonly ids: FieldIds | null;
  readonly statuses: NonNullable<JiraSite['statuses']>['named'];
  readonly now: Instant;
  boardsOf(project: string): { readonly done: ReadonlySet<string>; readonly estimates: readonly string[] };
}

export function viewOf(host: string, site: JiraSite, now: Instant): IssueView {
  const known = new Map<string, ReturnType<IssueView['boardsOf']>>();
  return {
    host: host.toLowerCase(),
    home: homeOf(host, site.context) ?? '',
    ids: site.fields?.ids ?? null,
    statuses: site.statuses?.named ?? {},
    now,
    boardsOf(project) {
      const former = known.get(project);
      if (former) return former;
      const boards = site.boards[project]?.list ?? [];
      const made = { done: doneOnBoards(boards), estimates: boards.flatMap(({ estimate }) => estimate ?? []) };
      known.set(project, made);
      return made;
    },
  };
}
