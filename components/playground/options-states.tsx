import type { SettingsView } from '../../lib/messaging/messages.ts';
import { Options, type OptionsState } from '../options/Options.tsx';
import type { OptionsEvents } from '../options/options-events.ts';
import type { Preview } from '../options/RankPreview.tsx';
import { NOW, project } from './issues.ts';
import { enterprise, noToken, optionsView, previewRows, settings } from './options-fixtures.ts';
import type { PlaygroundState } from './playground-state.ts';

const nothing = () => undefined;
const events: OptionsEvents = {
  onConnect: () => Promise.resolve({ kind: 'unauthorised', sentence: 'GitHub does not accept this token.', action: 'Copy it again, or make a new one.' }),
  onTest: () => Promise.resolve(null), onRemoveToken: nothing, onForget: nothing, onDraft: nothing, onSave: nothing, onDiscard: nothing, onPreviewProject: nothing, onExport: nothing,
  onImport: (_json, apply) => Promise.resolve({ ok: true, summary: `${apply ? 'Imported' : 'The file holds'} the settings, 4 roadmap items, 12 local tags.` }),
  onDiagnostics: () => Promise.resolve('Waymark 1.0.0\nLast reading: 4 min ago'), onReload: nothing,
};
const preview: Preview = { project, rows: previewRows, problem: null };

function shown(id: string, title: string, state: OptionsState, rows: Preview = preview): PlaygroundState {
  return { id, title, room: 'options', view: () => <Options state={state} preview={rows} now={NOW} said="" events={events} /> };
}
const draft: SettingsView = { ...settings, weights: { signals: { demand: 5 } }, thresholds: { ...settings.thresholds, idleDays: 3 } };

export const optionsStates: readonly PlaygroundState[] = [
  shown('options-ready', 'Connected', { kind: 'ready', view: optionsView, draft: settings, changed: false, problem: null }, { ...preview, rows: previewRows.map((row) => ({ ...row, after: { ...row.before, parts: [] } })) }),
  shown('options-draft', 'Unsaved changes with their effect', { kind: 'ready', view: optionsView, draft, changed: true, problem: null }),
  shown('options-trouble', 'A refused token, a missing permission', { kind: 'ready', view: { ...optionsView, connections: [noToken, enterprise] }, draft: { ...settings, model: 'rice' }, changed: false, problem: null }),
  shown('options-empty', 'Nothing connected', { kind: 'ready', view: { ...optionsView, connections: [], store: { issues: 0, bytes: null } }, draft: settings, changed: false, problem: null }, { project: null, rows: [], problem: null }),
  shown('options-loading', 'Loading', { kind: 'loading' }),
];
