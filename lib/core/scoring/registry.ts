import type { FactReader } from './fact-reader.ts';
import type { ScoringModel } from './score.ts';
import signals from './models/signals.model.ts';

/** The model until the user picks another: the only one that needs no input from anyone. */
export const DEFAULT_MODEL = 'signals';

/** Every scoring model, sorted by id. A new file in models/ is found by its name. */
export const models: readonly ScoringModel[] = sorted(import.meta.glob<ScoringModel>('./models/*.model.ts', { eager: true, import: 'default' }));

/** Every derived fact, sorted by id. A new file in facts/ is found by its name. */
export const factReaders: readonly FactReader[] = sorted(import.meta.glob<FactReader>('./facts/*.fact.ts', { eager: true, import: 'default' }));

/**
 * The model with that id; Signals for an id that is unknown, for instance from an older export.
 *
 * `modelById('rice').name` → `'RICE'` · `modelById('gone').id` → `'signals'`
 */
export function modelById(id: string): ScoringModel {
  return models.find((model) => model.id === id) ?? signals;
}

function sorted<T extends { readonly id: string }>(found: Readonly<Record<string, T>>): readonly T[] {
  return Object.values(found).sort((a, b) => (a.id < b.id ? -1 : 1));
}
