/** The custom fields that a site may have, by what they mean. Which number each has is the site's own affair. */
export type FieldRole = 'sprint' | 'rank' | 'epicLink' | 'epicName' | 'storyPoints' | 'storyPointEstimate' | 'flagged' | 'startDate' | 'targetStart' | 'targetEnd' | 'businessValue';

export interface CustomField {
  readonly role: FieldRole;
  /** `customfield_10020` */
  readonly id: string;
  readonly name: string;
  /** `com.pyxis.greenhopper.jira:gh-sprint`: the only portable name. */
  readonly custom: string;
  readonly type: 'array' | 'number' | 'any' | 'string' | 'date' | 'option';
  readonly items?: 'json' | 'option';
}
