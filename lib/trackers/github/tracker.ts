import type { Tracker } from '../tracker.ts';
import { checkAccount } from './account.ts';
import { createClient, type GithubDependencies } from './client.ts';
import { proposeFile } from './propose-file.ts';
import { readFile } from './read-file.ts';
import { mayWrite } from './may-write.ts';
import { placeOfIssue, projectOfSprint } from './keyed.ts';
import { readHistories } from './read-histories.ts';
import { readBlockers, readIssue, readIssues } from './read-issues.ts';
import { readPlanning } from './read-planning.ts';
import { readSprint, readSprints } from './read-sprints.ts';
import { write } from './write.ts';

/** GitHub behind the tracker port: github.com, GHE.com and Enterprise Server. Holds no state between calls. */
export function createGithubTracker(dependencies: GithubDependencies): Tracker {
  const send = createClient(dependencies);
  return {
    kind: 'github',
    without: 'anonymous',
    // Clocks of its servers differ a little, and `since` has whole seconds.
    overlap: 2 * 60_000,
    shares: false,
    projectOf: (key) => placeOfIssue(key)?.project ?? null,
    sprintProjectOf: (key) => projectOfSprint(key),
    readIssues: (credentials, query, etag, signal) => readIssues(send, credentials, query, etag, signal),
    readIssue: (credentials, key, signal) => readIssue(send, credentials, key, signal),
    readBlockers: (credentials, key, signal) => readBlockers(send, credentials, key, signal),
    historiesAtOnce: 1,
    readHistories: (credentials, keys, signal, given) => readHistories(send, credentials, keys, given ?? { sprints: [], present: () => null }, dependencies.now, signal),
    readSprints: (credentials, project, next, etag, signal) => readSprints(send, credentials, project, next, etag, signal),
    readSprint: (credentials, key, signal) => readSprint(send, credentials, key, signal),
    readPlanning: (credentials, project, step, today, signal) => readPlanning(send, dependencies.now, credentials, project, step, today, signal),
    checkAccount: (credentials, signal) => checkAccount(send, credentials, signal),
    mayWrite: (credentials, project, signal) => mayWrite(send, credentials, project, signal),
    readFile: (credentials, project, place, etag, signal) => readFile(send, credentials, project, place, etag, signal),
    proposeFile: (credentials, proposal, step, signal) => proposeFile(send, credentials, proposal, step, signal),
    write: (credentials, change, signal) => write(send, credentials, change, signal),
  };
}
