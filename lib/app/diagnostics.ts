import { connectionViews } from './connections.ts';
import type { Ports } from './ports.ts';

/** What a helper needs to see, for the clipboard: states and counts. No titles, no tokens, no names of people. */
export async function diagnostics(ports: Ports, version: string, userAgent: string): Promise<string> {
  const [projects, connections, jobs, outbox, rejected] = await Promise.all([
    ports.store.projects(), connectionViews(ports), ports.store.jobs(), ports.store.outbox(), ports.store.rejected(),
  ]);
  const now = ports.now();
  const ago = (at: number | null): string => (at === null ? 'never' : `${Math.round((now - at) / 1000)} s ago`);
  return [
    `Waymark ${version} · ${userAgent}`,
    `Connections: ${connections.map(({ host, tracker, flavour, signIn, tokenKind, state }) => `${host} ${signIn === 'session' ? 'session' : (tokenKind ?? 'no token')} ${state} (${[tracker, flavour].filter(Boolean).join(' ')})`).join('; ')}`,
    ...projects.map((row) => `${row.project}: ${row.state},${row.boards ? ` boards ${row.boards.map(({ kind }) => kind).join(' ') || 'none'},` : ''} ${row.complete ? 'complete' : 'partly read'}, synced ${ago(row.syncedAt)}${row.error ? `, ${row.error.kind}` : ''}`),
    ...jobs.map((job) => `job ${job.kind} ${job.project}: attempts ${job.attempts}, due ${Math.round((job.dueAt - now) / 1000)} s${job.error ? `, ${job.error.kind}` : ''}`),
    `Outbox: ${outbox.map((row) => row.state).join(', ') || 'empty'}`,
    `Rows set aside: ${rejected.length}${rejected.slice(0, 20).map((row) => `\n  ${row.id}: ${row.reason}`).join('')}`,
  ].join('\n');
}
