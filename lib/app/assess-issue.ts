import { dayLastRead } from '../core/as-of.ts';
import { loadOf } from '../core/backlog/statistics.ts';
import { backlogKey, withoutHost } from '../core/keys.ts';
import type { Issue } from '../core/issue.ts';
import type { Facts } from '../core/fact.ts';
import { pendingShares } from '../core/queued-write.ts';
import { assessRisk } from '../core/risk/assess.ts';
import type { RiskFlag } from '../core/risk/risk.ts';
import type { ItemHealth } from '../core/roadmap/item-health.ts';
import { toldByProject } from '../core/roadmap/project-status.ts';
import type { RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import { readFacts } from '../core/scoring/read-facts.ts';
import { modelById } from '../core/scoring/registry.ts';
import type { Score, ScoringModel } from '../core/scoring/score.ts';
import { scoreIssue } from '../core/scoring/score-issue.ts';
import { asWished } from '../core/shared-facts.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { asOfDay } from '../core/sprint/iterations.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { startOfDay } from '../core/start-of-day.ts';
import type { Instant, PlainDate, WorkCalendar } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { Material } from '../storage/store.ts';
import { healthIn } from './item-health.ts';

/** All that Waymark thinks of one issue, computed on read from stored facts. */
export interface Assessment {
  readonly issue: Issue;
  readonly model: ScoringModel;
  readonly facts: Facts;
  readonly score: Score;
  readonly flags: readonly RiskFlag[];
  /** The day that its flags are of, where nothing of it was read since; `null`: today. */
  readonly lastRead: PlainDate | null;
  readonly tag: Tag | null;
  readonly roadmapItem: RoadmapItem | null;
  /** How its roadmap item goes, as the Project told that it may link to; `null` without one. */
  readonly itemHealth: ItemHealth | null;
  readonly sprint: Sprint | null;
  readonly inCurrentSprint: boolean;
}

/** Prepares what all issues of one reading share, and returns the function that assesses one of them. */
export function assessor(material: Material, now: Instant): (issue: Issue) => Assessment {
  const { settings } = material;
  const calendar = workCalendar(settings.calendar);
  const model = modelById(settings.model);
  const weights = settings.weights[model.id] ?? {};
  const healthOf = healthIn(material, now, calendar);
  const items = new Map(material.roadmap.map((item) => [item.id, item]));
  // Scores change with the day, not with the second: the ranking was made for this day too.
  const today = startOfDay(calendar, now);
  const sprintsByProject = Map.groupBy(material.sprints.values(), (sprint) => sprint.project);
  const current = currentSprints(material, now, calendar);
  // Boards start their sprints, several at once where several teams share a project: what runs is current, whichever of them the popup shows.
  const isCurrent = (sprint: Sprint | null): boolean => sprint !== null && (current.get(sprint.project)?.key === sprint.key || (sprint.board != null && asOfDay(sprint, calendar.dateOf(now)).state === 'open'));

  const running = new Map([...sprintsByProject].map(([project, sprints]) => [project, sprints.filter(isCurrent).map(({ key }) => key)]));

  return (stored) => {
    const wishes = material.outbox.get(stored.key) ?? [];
    const issue = asWished(stored, pendingShares(wishes));
    const tag = material.tags.get(issue.key) ?? null;
    const roadmapItem = tag ? (items.get(tag.item) ?? null) : null;
    const sprint = issue.sprint ? (material.sprints.get(issue.sprint) ?? null) : null;
    const facts = readFacts(
      { issue, now: today, calendar, sprint, tag, roadmapItem, hasRoadmap: material.roadmap.length > 0 },
      material.entered.get(issue.key) ?? [],
    );
    const ranking = issue.status.category === 'done' ? undefined : material.rankings.get(backlogKey(issue.project, issue.kind));
    const project = material.projects.get(issue.project);
    const score = scoreIssue(model, weights, facts, ranking ? { scores: ranking.scores, within: project?.name ?? withoutHost(issue.project), complete: project?.complete ?? false } : null);
    const inCurrentSprint = isCurrent(sprint);
    // What stood when it was last read is worth an eye still. But days that nobody has seen make nothing late, stuck or old: it may have moved, or be done, on each of them. So its flags are those of that moment, and say so.
    const read = material.lastRead.get(issue.project);
    const lastRead = dayLastRead(read, now, calendar);
    const flags = assessRisk(
      {
        issue, now: lastRead === null || read === undefined ? now : read, calendar, thresholds: settings.thresholds, sprint, inCurrentSprint, tag, roadmapItem, score,
        sprintUsesEstimates: sprint !== null && usesEstimates(material, sprint),
        hasRoadmap: material.roadmap.length > 0,
        finishedDays: ranking?.finishedDays ?? [],
        cycleDays: ranking?.cycleDays ?? [],
        sprints: sprintsByProject.get(issue.project) ?? [],
        load: ranking ? loadOf(ranking, issue.assignees, running.get(issue.project) ?? []) : {},
        blockers: (issue.dependencies?.blockers ?? []).map((key) => {
          const blocker = material.blockers.get(key);
          return { reference: blocker?.reference ?? withoutHost(key), title: blocker?.title ?? '', inCurrentSprint: isCurrent(blocker?.sprint ? (material.sprints.get(blocker.sprint) ?? null) : null) };
        }),
      },
      material.accepted.get(issue.key) ?? [],
      settings.mutedRules,
      lastRead,
    );
    const told = roadmapItem && toldByProject(roadmapItem, material.plannings, calendar.dateOf).item;
    return { issue, model, facts, score, flags, lastRead, tag, roadmapItem: told, itemHealth: told && healthOf(told), sprint, inCurrentSprint };
  };
}

function currentSprints(material: Material, now: Instant, calendar: WorkCalendar): Map<string, Sprint | null> {
  return new Map(
    [...material.projects.keys()].map((project) => {
      const sprints = [...material.sprints.values()].filter((sprint) => sprint.project === project);
      return [project, currentSprint(sprints, material.settings.pickedSprint[project] ?? null, now, calendar)];
    }),
  );
}

/** A team that estimates anything in the sprint means to estimate everything in it. */
function usesEstimates(material: Material, sprint: Sprint): boolean {
  return material.estimatingSprints.has(sprint.key);
}
