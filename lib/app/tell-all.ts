import type { Ports } from './ports.ts';

/** After a change that may show at any issue, as of the roadmap or the settings: every page reads anew, and the sync begins to count again. */
export async function tellAll({ store, changed, sync }: Ports): Promise<void> {
  changed([], (await store.projects()).map(({ project }) => project));
  sync.wake();
}
