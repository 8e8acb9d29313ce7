import { type Answer, changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import { readable } from '../rows.ts';
import type { Exchanged } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import { doubted, learned, put } from './put.ts';
import { agilePage, boardConfiguration, boardRow } from './rows.ts';
import type { JiraSite, KnownBoard } from './site.ts';
import { hasRowsAfter } from './sprint-walk.ts';

/** Each board's columns take a request: those of so many boards are read, the ones with sprints first. */
const MOST_CONFIGURED = 8;
/** Of more projects the boards are forgotten, those that were learned longest ago. */
const MOST_PROJECTS = 30;
/** Pages of fifty boards. */
const MOST_PAGES = 4;
const ORDER: Readonly<Record<KnownBoard['kind'], number>> = { scrum: 0, simple: 1, kanban: 2 };

/** The next request towards a project's boards with their columns; `null` when they are known and younger than that. A site without the agile API has none. */
export async function learnBoards(client: Client, access: Access, project: string, oldest: number): Promise<Exchanged<never> | null> {
  const { site } = access;
  const known = site.boards[project];
  if (known === undefined || known.at < oldest) return listBoards(client, access, project);
  const next = known.list.find(({ configured }) => !configured);
  return next ? configure(client, access, project, next) : null;
}

async function listBoards(client: Client, access: Access, project: string): Promise<Exchanged<never>> {
  const { exchanged, values } = await readAllBoards(client, access, project);
  if (!exchanged.outcome.ok) return exchanged.outcome.error.kind === 'forbidden' ? learned(withBoards(access.site, project, [], client.now()), exchanged) : { ...exchanged, outcome: exchanged.outcome };
  const former = access.site.boards[project]?.list ?? [];
  const boards = readable(boardRow, values).map(({ id, name, type }): KnownBoard => {
    const { columns = [], estimate = null } = former.find((one) => one.id === id) ?? {};
    return { id, name, kind: kindOf(type ?? ''), columns, estimate, configured: false };
  });
  // A signed-out browser is shown none either.
  const doubt = boards.length === 0 ? doubted(access, client.now()) : null;
  if (doubt) return doubt;
  const ordered = boards.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.id - b.id).map((board, index) => ({ ...board, configured: index >= MOST_CONFIGURED }));
  return learned(withBoards(access.site, project, ordered, client.now()), exchanged);
}

/** All pages of the list, as few as there are; a site without the agile API has none. */
async function readAllBoards(client: Client, access: Access, project: string): Promise<{ exchanged: Exchanged<null>; values: readonly unknown[] }> {
  const values: unknown[] = [];
  for (let page = 1; ; page++) {
    const from = values.length === 0 ? '' : `&startAt=${values.length}`;
    const answer = await put(client, access, `/rest/agile/1.0/board?projectKeyOrId=${project}&maxResults=50${from}`, { isFine: isClosed });
    const { outcome, ...told } = readAnswer<boolean>(answer, ({ status, body }) => {
      const read = agilePage.safeParse(status === 200 ? body : { values: [], isLast: true });
      if (!read.success) return fail(changedShape('no list of boards'));
      values.push(...read.data.values);
      return succeed(read.data.values.length > 0 && hasRowsAfter(values.length, { ...read.data, count: read.data.values.length }));
    });
    if (!outcome.ok) return { exchanged: { ...told, outcome }, values };
    if (!outcome.value || page === MOST_PAGES) return { exchanged: { ...told, outcome: succeed(null) }, values };
  }
}

async function configure(client: Client, access: Access, project: string, board: KnownBoard): Promise<Exchanged<never>> {
  const exchanged = await put(client, access, `/rest/agile/1.0/board/${board.id}/configuration`, { isFine: isMissing });
  const { outcome } = exchanged;
  // Only a board's administrators may read it on some sites.
  if (!outcome.ok && outcome.error.kind !== 'forbidden' && outcome.error.kind !== 'changed-shape') return { ...exchanged, outcome };
  const told = { ...board, ...(outcome.ok && outcome.value.status === 200 && readConfiguration(outcome.value.body)), configured: true };
  const { at, list } = access.site.boards[project] ?? { at: client.now(), list: [] };
  return learned(withBoards(access.site, project, list.map((one) => (one.id === board.id ? told : one)), at), exchanged);
}

function readConfiguration(body: unknown): Pick<KnownBoard, 'columns' | 'estimate'> | null {
  const read = boardConfiguration.safeParse(body);
  if (!read.success) return null;
  const columns = (read.data.columnConfig?.columns ?? []).map(({ name, statuses }) => ({ name, statuses: (statuses ?? []).map(({ id }) => String(id)) }));
  return { columns, estimate: read.data.estimation?.field?.fieldId ?? null };
}

function withBoards(site: JiraSite, project: string, list: KnownBoard[], at: number): JiraSite {
  const others = Object.entries(site.boards).filter(([key]) => key !== project).toSorted(([, a], [, b]) => b.at - a.at).slice(0, MOST_PROJECTS);
  return { ...site, boards: { ...Object.fromEntries(others), [project]: { at, list } } };
}

function kindOf(type: string): KnownBoard['kind'] {
  return type === 'scrum' || type === 'simple' ? type : 'kanban';
}

/** Who has no licence for the agile part is told so on a page by some servers. */
const isClosed = (answer: Answer): boolean => isMissing(answer) || (answer.status === 403 && typeof answer.body === 'string');

/** Jira without its agile part, or a board that is no longer there. */
export function isMissing({ status }: { readonly status: number }): boolean {
  return status === 400 || status === 404;
}
