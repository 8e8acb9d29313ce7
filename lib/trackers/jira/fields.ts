import * as z from 'zod/mini';
import { words } from '../../core/scoring/words.ts';
import type { Read } from '../read.ts';
import { extra, readable, reasonOf } from '../rows.ts';
import { NATIVE_NAMES } from './native-names.ts';

export const fieldIds = z.object({
  sprint: z.nullable(z.string()),
  estimates: z.array(z.string()),
  flagged: z.nullable(z.string()),
  epicLink: z.nullable(z.string()),
  startOn: z.array(z.string()),
  dueOn: z.array(z.string()),
  /** Custom fields whose names the scoring facts know, id → name. */
  named: z.record(z.string(), z.string()),
});

/** The ids that one site gives to the fields that Waymark reads. They differ from site to site, and their names are translated. */
export type FieldIds = z.infer<typeof fieldIds>;

const GREENHOPPER = 'com.pyxis.greenhopper.jira:';
const PLAIN = 'com.atlassian.jira.plugin.system.customfieldtypes:';
const PLANS = 'com.atlassian.jpo:jpo-custom-field-baseline-';

const POINTS = /^(?:story points?|story point estimate|storypoints)$/i;

const fieldRow = z.object({ id: z.string(), name: extra(z.string()), untranslatedName: extra(z.string()), scope: extra(z.unknown()), schema: extra(z.object({ custom: extra(z.string()) })) });

/** So many of one kind: each is named in the address of every search, and with some hundreds it would be one that servers refuse. */
const MOST = 100;

/** Reads the answer of GET /field: by the kind of a field, and by its name only where the kind says nothing (tracker-apis.md §2.3). */
export function readFieldIds(body: unknown): Read<FieldIds> {
  const read = z.array(z.unknown()).safeParse(body);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  // Every team-managed project may have an “Impact” and “Story Points” of its own: the fields of all projects go first.
  // Cloud tells the name in the reader's language, and beside it the one that the field was given.
  const rows = readable(fieldRow, read.data).map(({ id, name, untranslatedName, scope, schema }) => ({ id, name: (untranslatedName ?? name ?? '').trim(), custom: schema?.custom ?? '', own: Number(scope != null) })).toSorted((a, b) => a.own - b.own);
  const idsOf = (custom: string, name?: RegExp): string[] => rows.filter((row) => row.custom === custom && (name?.test(row.name) ?? true)).map((row) => row.id);
  return {
    ok: true,
    value: {
      sprint: idsOf(`${GREENHOPPER}gh-sprint`)[0] ?? null,
      // Company-managed projects keep theirs in a plain number field, team-managed ones in one of its own kind: one site may have both.
      estimates: [...idsOf(`${PLAIN}float`, POINTS), ...idsOf(`${GREENHOPPER}jsw-story-points`)].slice(0, MOST),
      flagged: idsOf(`${PLAIN}multicheckboxes`, /^flagged$/i)[0] ?? null,
      epicLink: idsOf(`${GREENHOPPER}gh-epic-link`)[0] ?? null,
      startOn: [...idsOf(`${PLAIN}datepicker`, /^start date$/i), ...idsOf(`${PLANS}start`)],
      dueOn: idsOf(`${PLANS}end`),
      named: Object.fromEntries(rows.filter((row) => row.custom !== '' && NATIVE_NAMES.has(words(row.name))).slice(0, MOST).map((row) => [row.id, row.name])),
    },
  };
}

/** Without `comment`: it would bring every comment's whole text to be counted. */
const ALWAYS = [
  'summary', 'status', 'resolution', 'issuetype', 'project', 'creator', 'reporter', 'assignee', 'labels', 'priority', 'parent', 'duedate', 'fixVersions', 'created', 'updated',
  'resolutiondate', 'statuscategorychangedate', 'votes', 'watches', 'issuelinks', 'subtasks', 'timetracking', 'description',
];

/** The names for the `fields=` parameter; without it Cloud answers ids alone. */
export function fieldsToAsk(fields: FieldIds, boardEstimates: readonly string[]): string[] {
  const custom = [fields.sprint, fields.flagged, fields.epicLink, ...boardEstimates, ...fields.estimates, ...fields.startOn, ...fields.dueOn, ...Object.keys(fields.named)];
  return [...new Set([...ALWAYS, ...custom.filter((id) => id !== null)])];
}
