import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { isSamePerson, type Person } from '../core/same-person.ts';
import type { WriteTransaction } from './database.ts';
import type { ConnectionRow, OutboxRow } from './rows.ts';

/**
 * What waits for a site while its sign-in becomes another: a change made as one person is sent as another one only when somebody says so. It goes on by itself once the first one is signed in again.
 * `accepted`: the sign-in was tested just now, so what only waited for one goes on where it was; each is one wish still, which is looked for at the tracker first where it may have left.
 * Answers the issues whose writes stand otherwise now.
 */
export async function keepWhose(transaction: WriteTransaction, former: ConnectionRow | undefined, connection: ConnectionRow, accepted = false): Promise<IssueKey[]> {
  const outbox = transaction.objectStore('outbox');
  const rows = (await outbox.getAll()).filter(({ host }) => host === connection.host);
  const changed = rows.flatMap((row) => {
    const kept = underAccount(row, former, connection);
    const present = accepted && kept.state === 'failed' && kept.refused !== undefined && kept.by === undefined ? acceptedAgain(kept) : kept;
    return present === row ? [] : [present];
  });
  await Promise.all(changed.map((row) => outbox.put(row)));
  return changed.flatMap(({ write }) => issueOfWrite(write) ?? []);
}

/** One write under a sign-in: held where it was made with another one, let go where it was made with this one. */
function underAccount(row: OutboxRow, former: Person | undefined, connection: Person & Pick<ConnectionRow, 'state'>): OutboxRow {
  const { made, whose } = row.by ?? { made: former?.login ?? null, whose: former?.whose };
  if (made === null || (!row.by && isSamePerson({ login: made, whose }, connection))) return row;
  const present = connection.state === 'ok' ? connection.login : null;
  if (present !== null && isSamePerson({ login: made, whose }, connection)) {
    const { by: _former, ...own } = row;
    return own.refused === undefined ? own : acceptedAgain(own);
  }
  const held = { ...row, by: { made, present, ...(whose !== undefined && { whose }) } };
  if (present === null || (row.state === 'failed' && row.refused === undefined)) return held;
  return { ...held, state: 'failed', refused: row.refused ?? (row.state === 'sending' ? 'sending' : 'queued'), failure: `It was made while ${made} was signed in, and would be sent as ${present === made ? 'another account of the same name' : present} now: send it so, discard it, or sign in as ${made} again, and it is sent by itself.` };
}

/** A write whose token was refused, as it was before that. */
export function acceptedAgain({ refused = 'queued', ...row }: OutboxRow): OutboxRow {
  return { ...row, state: refused, failure: null };
}
