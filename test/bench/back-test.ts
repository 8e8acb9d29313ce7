import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { backTest } from '../../lib/core/forecast/back-test.ts';
import type { BackTest } from '../../lib/core/forecast/calibration.ts';
import type { ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { spanOf } from '../../lib/core/sprint/span.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../lib/core/work-calendar.ts';

const FOLDER = new URL('../../../shared/corpus/api/jira/tidev/', import.meta.url);

interface Row {
  readonly key: string;
  readonly fields: { readonly created: string; readonly resolutiondate: string | null; readonly resolution: { readonly name: string } | null };
}

interface SprintRecord {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly completeDate?: string;
}

/** The forecasts of the recorded sprints of tidev, by the throughput of its recorded issues. `null` where the corpus is not here. */
export function backTestCorpus(): BackTest | null {
  if (!existsSync(FOLDER)) return null;
  // The corpus states its shape.
  const rows = gunzipSync(readFileSync(new URL('sample-issues.jsonl.gz', FOLDER))).toString().trim().split('\n').map((line) => JSON.parse(line) as Row);
  const sprints = (JSON.parse(readFileSync(new URL('sprints.json', FOLDER), 'utf8')) as SprintRecord[]).filter(({ state, startDate, endDate }) => state === 'closed' && startDate !== undefined && endDate !== undefined);
  const calendar = workCalendar(DEFAULT_CALENDAR);
  const finished = rows.filter(({ fields: { resolution } }) => resolution?.name === 'Fixed' || resolution?.name === 'Done').flatMap(({ fields: { resolutiondate } }) => (resolutiondate === null ? [] : [Date.parse(resolutiondate)]));
  const spans = sprints.map(sprintOf).map((sprint) => spanOf(sprint, [], calendar));
  return backTest({ finished: Float64Array.from(finished).sort(), known: rows.reduce((first, { fields: { created } }) => Math.min(first, Date.parse(created)), Infinity), spans, seed: 'tidev', now: Date.UTC(2025, 0, 1), calendar });
}

function sprintOf({ id, name, startDate = '', endDate = '', completeDate }: SprintRecord): Sprint {
  // Keys name nothing here: no issue is looked up by them.
  const project = 'jira.example/TIDEV' as ProjectKey;
  return {
    key: `${project}/sprint/${id}` as SprintKey, project, number: id, title: name, url: '', state: 'closed', description: '', startsOn: startDate.slice(0, 10) as PlainDate, dueOn: endDate.slice(0, 10) as PlainDate,
    completedAt: completeDate === undefined ? null : Date.parse(completeDate), createdAt: 0, updatedAt: 0, openIssues: 0, closedIssues: 0,
  };
}
