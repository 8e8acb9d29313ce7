import type { ProjectRow } from '../storage/rows.ts';

/** The projects that anything is known of, the one visited last first: it is what the popup and the toolbar speak of while nobody has chosen another. */
export function seenProjects(projects: readonly ProjectRow[]): ProjectRow[] {
  return projects.filter(({ state }) => state !== 'silent').toSorted((a, b) => b.visitedAt - a.visitedAt);
}
