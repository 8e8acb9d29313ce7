import type { Thresholds } from '../../risk/risk.ts';
import type { CalendarSettings, Instant } from '../../time.ts';
import type { RoadmapAim, RoadmapItem } from '../roadmap-item.ts';
import { type RoadmapFile, type TeamSettings, WEEKDAYS } from './roadmap-file.ts';
import { alike, writtenItem } from './written.ts';

/** Those of a person's settings of which a file can speak. */
export interface AgreedSettings {
  readonly model: string;
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  readonly aim?: RoadmapAim;
}

export interface Adopted<S extends AgreedSettings> {
  readonly put: readonly RoadmapItem[];
  readonly remove: readonly string[];
  readonly settings: S;
}

/**
 * Takes up a newly read file: what this browser holds as the former version of the file said it follows the new one, and what a person has changed here since stays, to be shown as a difference and proposed.
 * `former` is the version taken up before, `standard` the settings until anybody says otherwise.
 *
 * @example adoptFile({ file, former: null, items: [], settings, standard: settings, now }) // → { put: every item of the file, remove: [], settings with the team's values }
 */
export function adoptFile<S extends AgreedSettings>(given: { readonly file: RoadmapFile; readonly former: RoadmapFile | null; readonly items: readonly RoadmapItem[]; readonly settings: S; readonly standard: AgreedSettings; readonly now: Instant }): Adopted<S> {
  const { file, former, items, now } = given;
  const here = new Map(items.map((item) => [item.id, item]));
  const before = new Map(former?.items.map((item) => [item.id, item]));
  const there = new Set(file.items.map(({ id }) => id));
  const put = file.items.flatMap((item): RoadmapItem[] => {
    const [mine, was] = [here.get(item.id), before.get(item.id)];
    if (!mine) return was ? [] : [{ ...item, createdAt: now, updatedAt: now }];
    const follows = was !== undefined && sameItem(mine, was) && !sameItem(mine, item);
    return follows ? [{ ...item, createdAt: mine.createdAt, updatedAt: now }] : [];
  });
  const remove = [...before.values()].filter((was) => !there.has(was.id)).filter((was) => {
    const mine = here.get(was.id);
    return mine !== undefined && sameItem(mine, was);
  });
  return { put, remove: remove.map(({ id }) => id), settings: adoptSettings(given) };
}

export function sameItem(one: Parameters<typeof writtenItem>[0], other: Parameters<typeof writtenItem>[0]): boolean {
  return alike(writtenItem(one), writtenItem(other));
}

/** The file's weekend as the calendar counts it: Sunday is 0. */
export function weekendOf(weekend: NonNullable<NonNullable<TeamSettings['sprints']>['weekend']>): readonly number[] {
  return weekend.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b);
}

function adoptSettings<S extends AgreedSettings>({ file, former, settings, standard }: { readonly file: RoadmapFile; readonly former: RoadmapFile | null; readonly settings: S; readonly standard: AgreedSettings }): S {
  const [team, was] = [file.team, former?.team ?? {}];
  const { calendar } = settings;
  const aim = follow(settings.aim ?? NO_AIM, file.aim, former?.aim, standard.aim ?? NO_AIM);
  const models = new Set([...Object.keys(team.weights ?? {}), ...Object.keys(was.weights ?? {})]);
  const weights = Object.fromEntries([...models].map((model) => [model, follow(settings.weights[model] ?? {}, team.weights?.[model], was.weights?.[model], standard.weights[model] ?? {})]));
  const names = Object.keys(settings.thresholds) as (keyof Thresholds)[]; // thresholds are declared as a whole
  return {
    ...settings,
    model: follow(settings.model, team.model, was.model, standard.model),
    weights: { ...settings.weights, ...weights },
    thresholds: { ...settings.thresholds, ...Object.fromEntries(names.map((name) => [name, follow(settings.thresholds[name], team.thresholds?.[name], was.thresholds?.[name], standard.thresholds[name])])) },
    calendar: {
      ...calendar,
      timeZone: follow(calendar.timeZone, team.sprints?.timeZone, was.sprints?.timeZone, standard.calendar.timeZone),
      weekend: follow(calendar.weekend, team.sprints?.weekend && weekendOf(team.sprints.weekend), was.sprints?.weekend && weekendOf(was.sprints.weekend), standard.calendar.weekend),
      holidays: follow(calendar.holidays, team.sprints?.holidays, was.sprints?.holidays, standard.calendar.holidays),
    },
    ...(alike(aim, NO_AIM) ? {} : { aim }),
  };
}

const NO_AIM: RoadmapAim = { vision: '', productGoal: '' };

/** The team's value, unless a person has chosen another one than the team's former one, or than the standard where the team had none. */
function follow<T>(mine: T, team: T | undefined, former: T | undefined, standard: T): T {
  return alike(mine, former ?? standard) ? (team ?? standard) : mine;
}
