import { rules } from '../core/risk/registry.ts';
import { roadmapRules } from '../core/roadmap/flags.ts';
import { THRESHOLDS } from '../core/risk/thresholds.ts';
import { DEFAULT_MODEL, modelById, models } from '../core/scoring/registry.ts';
import { sprintRules } from '../core/sprint/flags.ts';
import { isWeighted } from '../core/scoring/weights.ts';
import type { OptionsView, SettingsView } from '../messaging/messages.ts';
import { connectionViews } from './connection-views.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

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
