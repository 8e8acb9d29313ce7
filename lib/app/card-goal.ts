import type { Issue } from '../core/issue.ts';
import { asOfDay } from '../core/sprint/iterations.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { CardGoal } from '../messaging/messages.ts';
import type { Material } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { goalMarks } from './report-issues.ts';
import { goalsOfSprint } from './sprint-goals.ts';

/**
 * The goal of an issue's sprint, and whether the issue serves it; `null` for an issue in no sprint that we know.
 *
 * @example await cardGoal(ports, issue, material) // → { title: 'Sprint 24', goals: ['Buyers pay in one step.'], mark: null, label: 'sprint-goal', … }
 */
export async function cardGoal(ports: Ports, issue: Issue, material: Material): Promise<CardGoal | null> {
  const sprint = issue.sprint === null ? undefined : material.sprints.get(issue.sprint);
  const row = material.issues.get(issue.key);
  if (!sprint || !row) return null;
  const marking = material.goalMarking.get(sprint.key);
  if (!marking) return null;
  const { goals } = await goalsOfSprint(ports, sprint);
  return { sprint: sprint.key, title: sprint.title, state: asOfDay(sprint, workCalendar(material.settings.calendar).dateOf(ports.now())).state, goals, mark: goalMarks(material, marking)(row), label: marking.label };
}
