import { backlogKey } from '../core/keys.ts';
import type { ProjectKey } from '../core/issue.ts';
import { rules } from '../core/risk/registry.ts';
import { roadmapRules } from '../core/roadmap/flags.ts';
import { THRESHOLDS } from '../core/risk/thresholds.ts';
import { DEFAULT_MODEL, modelById, models } from '../core/scoring/registry.ts';
import { rankOf } from '../core/scoring/rank.ts';
import type { Score } from '../core/scoring/score.ts';
import { sprintRules } from '../core/sprint/flags.ts';
import { evaluate, scoreIssue } from '../core/scoring/score-issue.ts';
import { isWeighted } from '../core/scoring/weights.ts';
import type { OptionsView, PreviewRow, SettingsView } from '../messaging/messages.ts';
import { assessor } from './assess-issue.ts';
import { connectionViews } from './connection-views.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

const PREVIEWED = 60;

/** Everything that the options page shows. `bytes` is what the browser says that our storage takes. */
export async function openOptions(ports: Ports, bytes: number | null): Promise<OptionsView> {
  const [connections, settings] = await Promise.all([connectionViews(ports), ports.store.settings()]);
  return {
    connections,
    models: models.map((model) => ({ id: model.id, name: model.name, summary: model.summary, formula: model.formula, source: model.source, inputs: model.inputs, weighted: isWeighted(model) })),
    defaultModel: DEFAULT_MODEL,
    settings: { model: settings.model, weights: settings.weights, thresholds: settings.thresholds, calendar: settings.calendar, mutedRules: settings.mutedRules },
    rules: [
      ...rules.map(({ id, kind, label, source }) => ({ id, kind, label, source })),
      ...sprintRules.map(({ id, label, source }) => ({ id, kind: 'execution' as const, label, source })),
      ...roadmapRules.map(({ id, label, source }) => ({ id, kind: 'strategic' as const, label, source })),
    ],
    thresholds: THRESHOLDS,
    store: { issues: connections.flatMap((connection) => connection.projects).reduce((sum, project) => sum + project.issues, 0), bytes },
  };
}

/** Keeps what a person chose in the options. A model that this Waymark does not have becomes the default one; every project's badges are computed anew. */
export async function saveSettings(ports: Ports, view: SettingsView): Promise<void> {
  await ports.store.amendSettings((settings) => ({ ...settings, ...view, model: modelById(view.model).id }));
  // New weights ask for a new ranking of every backlog.
  await tellAll(ports);
}

/**
 * What other weights, or another model, would do to real issues: the score and place of each before and after, best first.
 * Places are among the previewed issues only, so that both columns rank the same set.
 */
export async function previewModel(ports: Ports, modelId: string, weights: Readonly<Record<string, number>>, wanted: ProjectKey | null): Promise<PreviewRow[]> {
  const projects = (await ports.store.projects()).filter((row) => row.state === 'ready').toSorted((a, b) => b.visitedAt - a.visitedAt);
  const project = wanted ?? projects[0]?.project;
  if (!project) return [];
  const issues = await ports.store.openIssues(backlogKey(project, 'issue'), PREVIEWED);
  const material = await ports.store.material(issues.map((issue) => issue.key));
  const assess = assessor(material, ports.now());
  const model = modelById(modelId);
  const rows = issues.map((issue) => {
    const { score, facts } = assess(issue);
    const evaluation = evaluate(model, weights, facts);
    return { issue, before: score, after: scoreIssue(model, weights, facts, null), evaluation };
  });
  const places = { before: placesOf(rows.map((row) => row.before)), after: placesOf(rows.map((row) => row.after)) };
  return rows
    .map(({ issue, before, after, evaluation }, index) => ({
      key: issue.key, reference: issue.reference, title: issue.title, url: issue.url,
      before: { text: textOf(before), place: places.before[index] ?? null },
      after: {
        text: textOf(after), place: places.after[index] ?? null,
        parts: evaluation.state === 'scored' ? evaluation.parts.map(({ label, contribution }) => ({ label, contribution })) : [],
      },
    }))
    .toSorted((a, b) => (a.after.place ?? Infinity) - (b.after.place ?? Infinity));
}

const textOf = (score: Score): string => (score.state === 'scored' ? score.text : '–');

function placesOf(scores: readonly Score[]): (number | null)[] {
  const ranked = scores.flatMap((score) => (score.state === 'scored' ? score.value : [])).toSorted((a, b) => b - a);
  return scores.map((score) => (score.state === 'scored' ? rankOf(score.value, { scores: ranked, within: '', complete: true }).place : null));
}
