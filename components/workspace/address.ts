import type { ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { projectOfSprintKey, trackerOfKey } from '../../lib/core/keys.ts';

export type SprintsLook = 'current' | 'ledger' | 'past';

/** What the address of the workspace names. */
export type WorkspaceAddress =
  | { readonly page: 'roadmap' }
  | { readonly page: 'sprints'; readonly look: SprintsLook; readonly project: ProjectKey | null; readonly sprint: SprintKey | null; /** The goal's editor is to stand open. */ readonly editsGoal: boolean };

const LOOKS = ['ledger', 'past'] as const;

/**
 * Reads the part after `#`. Everything that is not known leads to the roadmap, and an unknown key to the sprints of whoever was visited last.
 *
 * `readAddress('#/sprints/github.com/acme/shop/milestone/3')` → `{page: 'sprints', look: 'current', project: 'github.com/acme/shop', sprint: 'github.com/acme/shop/milestone/3', editsGoal: false}`
 */
export function readAddress(hash: string): WorkspaceAddress {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, ...rest] = path.split('/');
  if (page !== 'sprints') return { page: 'roadmap' };
  const key = decode(rest.join('/'));
  const asked = new URLSearchParams(search);
  const look = LOOKS.find((one) => one === asked.get('look')) ?? 'current';
  const editsGoal = asked.get('edit') === 'goal';
  const project = projectOfSprintKey(key);
  if (project !== null) return { page: 'sprints', look, project, sprint: key as SprintKey, editsGoal }; // it has the shape of one
  return { page: 'sprints', look, project: isProject(key) ? key as ProjectKey : null, sprint: null, editsGoal }; // likewise
}

/** The address of a project's sprints, of one sprint, of a look at them: `sprintsAddress('github.com/acme/shop', 'ledger')` → `#/sprints/github.com/acme/shop?look=ledger` */
export function sprintsAddress(key: ProjectKey | SprintKey | null, look: SprintsLook = 'current'): string {
  return `#/sprints${key === null ? '' : `/${key}`}${look === 'current' ? '' : `?look=${look}`}`;
}

/** The address of a sprint with its goal's editor open: `goalEditorAddress('github.com/acme/shop/milestone/3')` → `#/sprints/github.com/acme/shop/milestone/3?edit=goal` */
export function goalEditorAddress(sprint: SprintKey): string {
  return `${sprintsAddress(sprint)}?edit=goal`;
}

function isProject(key: string): boolean {
  return trackerOfKey(key) !== null && !/#|-\d+$/.test(key.slice(key.lastIndexOf('/')));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
