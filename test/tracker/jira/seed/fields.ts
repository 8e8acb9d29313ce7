import type { CustomField, FieldRole } from '../model/field.ts';

type Kind = Omit<CustomField, 'role' | 'id'>;

const KINDS: Record<FieldRole, Kind> = {
  sprint: { name: 'Sprint', custom: 'com.pyxis.greenhopper.jira:gh-sprint', type: 'array', items: 'json' },
  rank: { name: 'Rank', custom: 'com.pyxis.greenhopper.jira:gh-lexo-rank', type: 'any' },
  epicLink: { name: 'Epic Link', custom: 'com.pyxis.greenhopper.jira:gh-epic-link', type: 'any' },
  epicName: { name: 'Epic Name', custom: 'com.pyxis.greenhopper.jira:gh-epic-label', type: 'string' },
  storyPoints: { name: 'Story Points', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float', type: 'number' },
  storyPointEstimate: { name: 'Story point estimate', custom: 'com.pyxis.greenhopper.jira:jsw-story-points', type: 'number' },
  flagged: { name: 'Flagged', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes', type: 'array', items: 'option' },
  startDate: { name: 'Start date', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker', type: 'date' },
  targetStart: { name: 'Target start', custom: 'com.atlassian.jpo:jpo-custom-field-baseline-start', type: 'date' },
  targetEnd: { name: 'Target end', custom: 'com.atlassian.jpo:jpo-custom-field-baseline-end', type: 'date' },
  businessValue: { name: 'Business Value', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float', type: 'number' },
};

const of = (numbers: Partial<Record<FieldRole, number>>): readonly CustomField[] =>
  // The keys of such an object are the roles that were written above.
  (Object.entries(numbers) as [FieldRole, number][]).map(([role, number]) => ({ ...KINDS[role], role, id: `customfield_${number}` }));

/** The numbers that most Cloud sites have. */
export const ACME_FIELDS = of({ startDate: 10015, storyPointEstimate: 10016, rank: 10019, sprint: 10020, flagged: 10021, targetStart: 10022, targetEnd: 10023, storyPoints: 10028, epicLink: 10014, epicName: 10011, businessValue: 10031 });
/** A site with a history has other numbers. */
export const OTHER_FIELDS = of({ sprint: 10007, rank: 10011, epicLink: 10009, epicName: 10010, storyPoints: 10104, storyPointEstimate: 10117, flagged: 10006, startDate: 10131 });
/** Data Center: no team-managed projects, no start date of the platform's own. */
export const DC_FIELDS = of({ sprint: 10105, rank: 10100, epicLink: 10101, epicName: 10103, storyPoints: 10107, flagged: 10104, targetStart: 10201, targetEnd: 10202 });
