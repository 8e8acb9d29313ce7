import { changedShape, fail } from '../exchange.ts';
import type { Exchanged } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import { doubted, learned, put } from './put.ts';
import { agilePage, boardConfiguration, boardRow } from './rows.ts';
import type { JiraSite, KnownBoard } from './site.ts';

/** Each board's columns take a request: those of so many boards are read, the ones with sprints first. */
const MOST_CONFIGURED = 8;
const ORDER: Readonly<Record<KnownBoard['kind'], number>> = { scrum: 0, simple: 1, kanban: 2 };

/** The next request towards a project's boards with their columns; `null` when they are known and younger than that. A site without the agile API has none. */
export async function learnBoards(client: Client, access: Access, project: string, oldest: number): Promise<Exchanged<never> | null> {
  const { site } = access;
  const known = site.boards[project];
  if (known === undefined || known.at < oldest) return listBoards(client, access, project);
  const next = known.list.find(({ columns }) => columns === null);
  return next ? configure(client, access, project, next) : null;
}

async function listBoards(client: Client, access: Access, project: string): Promise<Exchanged<never>> {
  const exchanged = await put(client, access, `/rest/agile/1.0/board?projectKeyOrId=${project}&maxResults=50`, { isFine: isMissing });
  if (!exchanged.outcome.ok) return exchanged.outcome.error.kind === 'forbidden' ? learned(withBoards(access.site, project, [], client.now()), exchanged) : { ...exchanged, outcome: exchanged.outcome };
  const { status, body } = exchanged.outcome.value;
  const page = agilePage.safeParse(body);
  if (!page.success && status === 200) return { ...exchanged, outcome: fail(changedShape('no list of boards')) };
  const boards = (page.success ? page.data.values : []).flatMap((raw): KnownBoard[] => {
    const read = boardRow.safeParse(raw);
    return read.success ? [{ id: read.data.id, name: read.data.name, kind: kindOf(read.data.type ?? ''), columns: null, estimate: null }] : [];
  });
  // A signed-out browser is shown none either.
  const doubt = boards.length === 0 ? doubted(access, client.now()) : null;
  if (doubt) return doubt;
  const ordered = boards.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.id - b.id).map((board, index) => (index < MOST_CONFIGURED ? board : { ...board, columns: [] }));
  return learned(withBoards(access.site, project, ordered, client.now()), exchanged);
}

async function configure(client: Client, access: Access, project: string, board: KnownBoard): Promise<Exchanged<never>> {
  const exchanged = await put(client, access, `/rest/agile/1.0/board/${board.id}/configuration`, { isFine: isMissing });
  const { outcome } = exchanged;
  // Only a board's administrators may read it on some sites.
  if (!outcome.ok && outcome.error.kind !== 'forbidden' && outcome.error.kind !== 'changed-shape') return { ...exchanged, outcome };
  const read = boardConfiguration.safeParse(outcome.ok ? outcome.value.body : null);
  const columns = (read.success ? (read.data.columnConfig?.columns ?? []) : []).map(({ name, statuses }) => ({ name, statuses: (statuses ?? []).map(({ id }) => String(id)) }));
  const configured = { ...board, columns, estimate: (read.success ? read.data.estimation?.field?.fieldId : null) ?? null };
  const { at, list } = access.site.boards[project] ?? { at: client.now(), list: [] };
  return learned(withBoards(access.site, project, list.map((one) => (one.id === board.id ? configured : one)), at), exchanged);
}

function withBoards(site: JiraSite, project: string, list: KnownBoard[], at: number): JiraSite {
  return { ...site, boards: { ...site.boards, [project]: { at, list } } };
}

function kindOf(type: string): KnownBoard['kind'] {
  return type === 'scrum' || type === 'simple' ? type : 'kanban';
}

/** Jira without its agile part, or a board that is no longer there. */
export function isMissing({ status }: { readonly status: number }): boolean {
  return status === 400 || status === 404;
}
