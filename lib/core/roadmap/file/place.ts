import type { ProjectKey } from '../../issue.ts';
import { trackerOfKey } from '../../keys.ts';
import { ROADMAP_PATH } from './roadmap-file.ts';

/** Where a project keeps its roadmap: a file of a repository, on its default branch where none is named, or a property of a Jira project, whose path is its key. */
export interface RoadmapPlace {
  readonly path: string;
  readonly branch: string | null;
}

/** The key of the property that holds a Jira project's roadmap. */
export const ROADMAP_PROPERTY = 'waymark';

/** Where a project's roadmap is unless its team says otherwise. `standardPlace('github.com/acme/shop')` → `{ path: '.github/waymark.yml', branch: null }` */
export function standardPlace(project: ProjectKey): RoadmapPlace {
  return { path: keptAs(project) === 'file' ? ROADMAP_PATH : ROADMAP_PROPERTY, branch: null };
}

/** How a project can keep a roadmap: repositories have files, Jira's projects have properties. `keptAs('github.com/acme/shop')` → `'file'` · `keptAs('acme.atlassian.net/SHOP')` → `'property'` */
export function keptAs(project: ProjectKey): 'file' | 'property' {
  return trackerOfKey(project) === 'jira' ? 'property' : 'file';
}

/**
 * What a person wrote as the place of a file; `null` for what no repository could hold: a path has no empty, `.` or `..` parts and ends in `.yml`, `.yaml` or `.json`, a branch no space and none of `~^:?*[\`.
 *
 * `readPlace('/docs/plan.yml', ' main ')` → `{ path: 'docs/plan.yml', branch: 'main' }` · `readPlace('../plan.yml', '')` → `null`
 */
export function readPlace(path: string, branch: string): RoadmapPlace | null {
  const [to, on] = [path.trim().replace(/^\/+/, ''), branch.trim()];
  const fits = /\.(?:ya?ml|json)$/i.test(to) && to.length <= 400 && to.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  const named = on === '' || (on.length <= 250 && !/[\s~^:?*[\\]|\.\.|^[-/]|\/$|\.lock$/.test(on));
  return fits && named ? { path: to, branch: on === '' ? null : on } : null;
}
