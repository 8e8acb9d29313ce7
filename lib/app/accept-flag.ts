import type { IssueKey } from '../core/issue.ts';
import type { Ports } from './ports.ts';

/** A person has looked at a risk flag and accepts it with a reason; `null` takes the acceptance back. Kept in this browser only. */
export async function acceptFlag(ports: Ports, key: IssueKey, rule: string, reason: string | null): Promise<void> {
  if (reason === null) await ports.store.unaccept(key, rule);
  else await ports.store.accept({ key, rule, reason: reason.trim(), at: ports.now() });
  ports.changed([key], []);
}
