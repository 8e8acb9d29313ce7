import type { SprintKey } from '../core/issue.ts';
import { sprintConventions } from '../core/sprint/conventions.ts';
import type { GoalMarking } from '../core/sprint/goal-mark.ts';
import type { AnyTransaction } from './database.ts';
import type { IssueRow, SprintRow } from './rows.ts';

/** How the goals are marked of the sprints that some issues are in, as one transaction sees it. A page whose issues are in none reads nothing. */
export async function readGoalMarking(transaction: AnyTransaction, rows: readonly IssueRow[], sprints: ReadonlyMap<SprintKey, SprintRow>): Promise<Map<SprintKey, GoalMarking>> {
  const met = [...new Set(rows.flatMap(({ sprint }) => sprint ?? []))].flatMap((key) => sprints.get(key) ?? []);
  if (met.length === 0) return new Map();
  const [files, ledger] = await Promise.all([transaction.objectStore('roadmapFiles').getAll(), Promise.all(met.map(async ({ key }) => transaction.objectStore('ledger').get(key)))]);
  const teams = files.flatMap(({ project, good }) => (good ? [{ project, team: good.file.team }] : []));
  return new Map(met.map(({ key, project }, index) => [key, { label: sprintConventions(teams, project).goalLabel, items: ledger[index]?.items ?? [] }]));
}
