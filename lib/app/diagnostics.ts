import { connectionViews } from './connection-views.ts';
import type { Ports } from './ports.ts';

/** What a helper needs to see, for the clipboard: states and counts. No titles, no tokens, no names of people. */
export async function diagnostics(ports: Ports, version: string, userAgent: string): Promise<string> {
  const stored = await linesOf(ports).catch((error: unknown) => [`Database: ${reasonOf(error)}`]);
  return [`Waymark ${version} · ${userAgent}`, ...stored].join('\n');
}

/** It is asked for when something is wrong, which may be the database itself. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.name})` : error.message;
}

async function linesOf(ports: Ports): Promise<string[]> {
  const [projects, connections, jobs, outbox, rejected] = await Promise.all([
    ports.store.projects(), connectionViews(ports), ports.store.jobs(), ports.store.outbox(), ports.store.rejected(),
  ]);
  const now = ports.now();
  const ago = (at: number | null): string => (at === null ? 'never' : `${Math.round((now - at) / 1000)} s ago`);
  return [
    `Connections: ${connections.map(({ host, tracker, flavour, signIn, tokenKind, state }) => `${host} ${signIn === 'session' ? 'session' : (tokenKind ?? 'no token')} ${state} (${[tracker, flavour].filter(Boolean).join(' ')})`).join('; ')}`,
    ...projects.map((row) => `${row.project}: ${row.state},${row.boards ? ` boards ${row.boards.map(({ kind }) => kind).join(' ') || 'none'},` : ''} ${row.complete ? 'complete' : 'partly read'}, synced ${ago(row.syncedAt)}${row.error ? `, ${row.error.kind}` : ''}`),
    ...jobs.map((job) => `job ${job.kind} ${job.project}: attempts ${job.attempts}, due ${Math.round((job.dueAt - now) / 1000)} s${job.error ? `, ${job.error.kind}` : ''}`),
    `Outbox: ${outbox.map((row) => row.state).join(', ') || 'empty'}`,
    `Rows set aside: ${rejected.length}${rejected.slice(0, 20).map((row) => `\n  ${row.id}: ${row.reason}`).join('')}`,
    ...((await ports.store.isFull()) ? ['Disk: full'] : []),
  ];
}
