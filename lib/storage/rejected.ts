import type { Issue } from '../core/issue.ts';
import { rejectedId } from '../core/keys.ts';
import type { WriteTransaction } from './database.ts';

/** A row that can be read now is no longer told among those that could not. */
export async function forgetRejected(transaction: WriteTransaction, issues: readonly Issue[]): Promise<void> {
  const store = transaction.objectStore('rejected');
  // There are none as a rule, and nothing to pay for then.
  if (issues.length === 0 || (await store.count()) === 0) return;
  await Promise.all(issues.map(async ({ project, id }) => store.delete(rejectedId(project, id))));
}
