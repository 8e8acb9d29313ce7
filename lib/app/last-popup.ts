import type { ProjectKey } from '../core/issue.ts';
import type { PopupView } from '../messaging/messages.ts';
import type { Ports } from './ports.ts';
import { seenProjects } from './seen-projects.ts';

/** Another shape of a view has another number: one that an older Waymark kept is not shown. */
const FORM = 1;

/**
 * What the popup showed last of the project in view (else of the one visited last), however old, at the cost of one row: the goal is there while a sprint of many hundred issues is still being read. `null` where nothing was kept.
 *
 * @example (await lastPopup(ports, 'github.com/acme/shop'))?.goals?.goals // → ['Buyers pay in one step.']
 */
export async function lastPopup({ store }: Pick<Ports, 'store'>, wanted: ProjectKey | null, board: number | null = null): Promise<PopupView | null> {
  const project = wanted ?? seenProjects(await store.projects())[0]?.project;
  const kept = project === undefined ? null : await store.keptSprintView(nameOf(project, board));
  // Only `keepPopup` writes here, and the form says which one did.
  return typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === FORM && 'popup' in kept ? (kept.popup as PopupView) : null;
}

/** Keeps a view of the popup for `lastPopup`; one of no project is not kept. */
export async function keepPopup({ store }: Pick<Ports, 'store'>, popup: PopupView, board: number | null = null): Promise<void> {
  if (popup.project?.state === 'ready') await store.keepSprintView(nameOf(popup.project.key, board), { form: FORM, popup });
}

/** Two boards of a project have sprints of their own. */
function nameOf(project: ProjectKey, board: number | null): string {
  return `${project}|popup|${board ?? ''}`;
}
