import type { TeamSettings } from '../../lib/core/roadmap/file/roadmap-file.ts';
import type { ProjectKey } from '../../lib/core/issue.ts';
import type { FilePreview, RoadmapFileView } from '../../lib/messaging/roadmap-file-messages.ts';
import type { SettingsView } from '../../lib/messaging/messages.ts';
import { AddConnection } from '../options/AddConnection.tsx';
import { Options, type OptionsState } from '../options/Options.tsx';
import type { OptionsEvents } from '../options/options-events.ts';
import { ProposeChange } from '../options/roadmap-file/ProposeChange.tsx';
import type { RoadmapFileEvents } from '../options/roadmap-file/RoadmapFile.tsx';
import { RoadmapFiles } from '../options/roadmap-file/RoadmapFiles.tsx';
import { Section } from '../options/Section.tsx';
import type { SignIn } from '../options/sign-in.ts';
import type { Preview } from '../options/RankPreview.tsx';
import { NOW, project, SIGNED_OUT } from './issues.ts';
import { dataCenter, enterprise, jiraCloud, modelPreview, noToken, optionsView, settings, signedOutCloud } from './options-fixtures.ts';
import { absentFile, brokenFile, fileDiff, goodFile } from './roadmap-file-fixtures.ts';
import type { PlaygroundState } from './playground-state.ts';

const nothing = () => undefined;
const events: OptionsEvents = {
  onConnect: (site, token) => Promise.resolve(token === null ? SIGNED_OUT : { kind: 'unauthorised', sentence: `${site.host} refused this token.`, action: 'Check that it was copied whole and has not expired or been revoked.' }),
  onTest: () => Promise.resolve(null), onRemoveToken: nothing, onForget: nothing, onDraft: nothing, onSave: nothing, onDiscard: nothing, onPreviewProject: nothing, onExport: nothing,
  onImport: (_json, apply) => Promise.resolve({ ok: true, summary: `${apply ? 'Imported' : 'The file holds'} the settings, 4 roadmap items, 12 local tags.` }),
  onDiagnostics: () => Promise.resolve('Waymark 1.0.0\nLast reading: 4 min ago'), onAllow: nothing, onReload: nothing,
};
const preview: Preview = { project, changes: modelPreview, problem: null };

const filePreview: FilePreview = { ok: true, path: '.github/waymark.yml', diff: fileDiff, text: fileDiff, seen: 'x', choices: goodFile.differs };
export const fileEvents: RoadmapFileEvents = {
  onPreview: () => Promise.resolve(filePreview), onUseTeams: nothing, onPlace: () => Promise.resolve(null),
  onPropose: () => Promise.resolve({ kind: 'changed', sentence: 'The roadmap or its file has changed since you looked.', action: 'Look at the difference again.' }),
};
/** The section of the roadmap's files alone, with the change of the first one looked at. */
function filed(id: string, title: string, files: readonly RoadmapFileView[]): PlaygroundState {
  return { id, title, room: 'options', view: () => <div className="waymark options-page"><div /><main><RoadmapFiles files={files} events={fileEvents} /><div className="box"><ProposeChange preview={filePreview} keptAs="file" purpose="Change the roadmap" chosen={new Set(['item:kiosk'])} onChoose={nothing} onPropose={nothing} onCancel={nothing} /></div></main></div> };
}

function shown(id: string, title: string, state: OptionsState, rows: Preview = preview, wanted = '', team: TeamSettings = {}): PlaygroundState {
  return { id, title, room: 'options', view: () => <Options state={state} preview={rows} wanted={wanted} now={NOW} said="" team={team} events={events} /> };
}
/** A form as it stands once a way in has been chosen; every try is refused. */
function form(id: string, title: string, site: string, way: SignIn): PlaygroundState {
  return { id, title, room: 'options', view: () => <div className="waymark options-page"><div /><main><Section id="connections" title="Connections" intro={title}><div className="box"><h3>Add a connection</h3><AddConnection site={site} way={way} onConnect={events.onConnect} /></div></Section></main></div> };
}
const draft: SettingsView = { ...settings, weights: { signals: { demand: 5 } }, thresholds: { ...settings.thresholds, idleDays: 3 } };

export const optionsStates: readonly PlaygroundState[] = [
  shown('options-ready', 'Connected', { kind: 'ready', view: optionsView, draft: settings, changed: false, problem: null }, { ...preview, changes: { ...modelPreview, first: modelPreview.first.map((row) => ({ ...row, before: row.after, won: 0 })), moved: 0 } }),
  shown('options-draft', 'Unsaved changes with their effect, some unlike the team’s', { kind: 'ready', view: optionsView, draft, changed: true, problem: null }, preview, '', goodFile.team),
  shown('options-trouble', 'A refused token, a missing permission', { kind: 'ready', view: { ...optionsView, connections: [noToken, enterprise] }, draft: { ...settings, model: 'rice' }, changed: false, problem: null }),
  shown('options-jira', 'Jira: by the browser’s sign-in, and by a token that lacks a permission', { kind: 'ready', view: { ...optionsView, connections: [noToken, jiraCloud, dataCenter] }, draft: settings, changed: false, problem: null }, preview, 'acme.atlassian.net'),
  shown('options-jira-out', 'Jira: signed out; a site under a name of its own', { kind: 'ready', view: { ...optionsView, connections: [signedOutCloud] }, draft: settings, changed: false, problem: null }, preview, 'https://tickets.acme.gov/jira/browse/SHOP-812'),
  filed('options-roadmap-file', 'The roadmap’s file: differing and proposed; broken; not there yet', [goodFile, { ...brokenFile, project: 'github.com/acme/api' as ProjectKey, name: 'acme/api' }, { ...absentFile, project: 'github.com/acme/secret' as ProjectKey, name: 'acme/secret' }]),
  form('options-form-cloud', 'Jira Cloud: an email address and an API token', 'acme.atlassian.net', 'api-token'),
  form('options-form-own', 'A site under any name: a personal access token', 'https://tickets.acme.gov/jira/', 'token'),
  shown('options-empty', 'Nothing connected', { kind: 'ready', view: { ...optionsView, connections: [], store: { issues: 0, bytes: null } }, draft: settings, changed: false, problem: null }, { project: null, changes: null, problem: null }),
  shown('options-loading', 'Loading', { kind: 'loading' }),
];
