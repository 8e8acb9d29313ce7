import { THRESHOLDS } from '../../risk/thresholds.ts';
import type { CalendarSettings } from '../../time.ts';
import type { AgreedSettings } from './adopt.ts';
import { type TeamSettings, WEEKDAYS } from './roadmap-file.ts';

/** One setting of which a file can speak: as it is here, there, and unless anybody says otherwise. */
export interface TeamValue {
  readonly id: string;
  /** As people call it. */
  readonly words: string;
  readonly here: unknown;
  /** `undefined`: the team leaves it to each person. */
  readonly there: unknown;
  readonly standard: unknown;
  /** This browser's settings with the team's value. */
  use<S extends AgreedSettings>(settings: S): S;
  /** The team's settings with this browser's value. */
  share(team: TeamSettings): TeamSettings;
}

/** All settings of which the team, or this browser, has said something of its own, in the order of the file. */
export function teamValues(team: TeamSettings, settings: AgreedSettings, standard: AgreedSettings): readonly TeamValue[] {
  const models = [...new Set([...Object.keys(team.weights ?? {}), ...Object.keys(settings.weights)])];
  const { sprints = {} } = team;
  const calendar = (id: string, words: string, there: Partial<CalendarSettings> | undefined, put: () => TeamSettings['sprints']): TeamValue => {
    const name = id as keyof CalendarSettings; // named below
    return {
      id: `sprints.${id}`, words, here: settings.calendar[name], there: there?.[name], standard: standard.calendar[name],
      use: (mine) => ({ ...mine, calendar: { ...mine.calendar, ...(there ?? { [name]: standard.calendar[name] }) } }),
      share: (shared) => ({ ...shared, sprints: { ...shared.sprints, ...put() } }),
    };
  };
  return [
    { id: 'model', words: 'Scoring model', here: settings.model, there: team.model, standard: standard.model, use: (mine) => ({ ...mine, model: team.model ?? standard.model }), share: (shared) => ({ ...shared, model: settings.model }) },
    ...models.map((model): TeamValue => ({
      id: `weights.${model}`, words: `Weights of ${model}`, here: settings.weights[model] ?? {}, there: team.weights?.[model], standard: standard.weights[model] ?? {},
      use: (mine) => ({ ...mine, weights: { ...mine.weights, [model]: team.weights?.[model] ?? standard.weights[model] ?? {} } }),
      share: (shared) => ({ ...shared, weights: { ...shared.weights, [model]: settings.weights[model] ?? {} } }),
    })),
    ...THRESHOLDS.map(({ id, label }): TeamValue => ({
      id: `thresholds.${id}`, words: label, here: settings.thresholds[id], there: team.thresholds?.[id], standard: standard.thresholds[id],
      use: (mine) => ({ ...mine, thresholds: { ...mine.thresholds, [id]: team.thresholds?.[id] ?? standard.thresholds[id] } }),
      share: (shared) => ({ ...shared, thresholds: { ...shared.thresholds, [id]: settings.thresholds[id] } }),
    })),
    calendar('timeZone', 'Time zone', sprints.timeZone === undefined ? undefined : { timeZone: sprints.timeZone }, () => ({ timeZone: settings.calendar.timeZone })),
    calendar('weekend', 'Days off every week', sprints.weekend && { weekend: weekendOf(sprints.weekend) }, () => ({ weekend: settings.calendar.weekend.flatMap((day) => WEEKDAYS[day] ?? []) })),
    calendar('holidays', 'Holidays', sprints.holidays && { holidays: sprints.holidays }, () => ({ holidays: settings.calendar.holidays })),
  ];
}

/** The file's weekend as the calendar counts it: Sunday is 0. */
function weekendOf(weekend: NonNullable<NonNullable<TeamSettings['sprints']>['weekend']>): readonly number[] {
  return weekend.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b);
}
