import { useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { askHostPermission, dropHostPermission, request } from '../../lib/messaging/client.ts';
import type { OptionsView, Problem, SettingsView } from '../../lib/messaging/messages.ts';
import { notReady } from '../ui/page-state.ts';
import { problemOf } from '../ui/problem-of.ts';
import { saveFile } from '../ui/save-file.ts';
import { useNow } from '../ui/useNow.ts';
import { useReading } from '../ui/useReading.ts';
import { count } from '../ui/wording/count.ts';
import { Options, type OptionsState } from './Options.tsx';
import { ConnectedRoadmapFiles } from './roadmap-file/ConnectedRoadmapFiles.tsx';
import type { NamedSite } from './site-from-text.ts';
import { teamOfFiles } from './team-of-files.ts';
import { usePreview } from './usePreview.ts';

// One function for all renders: the reading starts anew whenever it changes.
const read = () => request('options', null);
const readFiles = () => request('roadmapFile', null);
/** The popup leads here with the page that it could not be on. */
const wanted = new URLSearchParams(location.search).get('connect') ?? '';

/** The options, spoken for by the worker. */
export function OptionsPage() {
  const [draft, setDraft] = useState<SettingsView | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [project, setProject] = useState<ProjectKey | null>(null);
  const [said, setSaid] = useState('');
  const now = useNow();
  const { answer: stored, problem, renew } = useReading(read);
  const files = useReading(readFiles);
  const view = stored?.value ?? null;

  // What was saved stands until it has been read back: what was there before would come for a moment, and whoever goes on from it would lose what was saved.
  const [saved, setSaved] = useState<SettingsView | null>(null);
  const [last, setLast] = useState(view);
  if (view !== last) {
    setLast(view);
    setSaved(null);
  }
  const kept = saved ?? view?.settings ?? null;
  const settings = draft ?? kept;
  const changed = draft !== null && JSON.stringify(draft) !== JSON.stringify(kept);
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
  const isShown = view !== null;
  useEffect(() => {
    // The section that somebody was led to was not there yet when the browser looked for it.
    if (isShown) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isShown]);
  const previewed = project ?? view?.connections.flatMap((connection) => connection.projects)[0]?.key ?? null;
  const preview = usePreview(settings, kept, previewed);

  async function change<T>(asked: Promise<T>, done: (answer: T) => string): Promise<Problem | null> {
    // The same words are news again.
    setSaid('');
    try {
      setSaid(done(await asked));
      setFailed(null);
      renew();
      return null;
    } catch (error) {
      const refused = problemOf(error);
      setFailed(refused);
      return refused;
    }
  }
  async function save() {
    if (draft === null || (await change(request('saveSettings', draft), () => 'Saved.')) !== null) return;
    setSaved(draft);
    // What was changed meanwhile is not saved yet.
    setDraft((latest) => (latest === draft ? null : latest));
  }
  async function connect({ host, context }: NamedSite, token: string | null): Promise<Problem | null> {
    setSaid('');
    try {
      // First of all: the browser only asks while the click is fresh.
      if (!(await askHostPermission(host))) return { kind: 'refused', sentence: `Waymark may not work on ${host}: the permission was not given.`, action: 'Connect again and allow it.' };
      const answer = await request('connect', { host, token, ...(context === '' ? {} : { context }) });
      if (!answer.ok) return answer.problem;
      setSaid(`${host} is connected${answer.connection.login === null ? '' : ` as ${answer.connection.login}`}.`);
      renew();
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }
  return (
    <Options
      state={stateOf(view, settings, changed, failed ?? problem)} preview={preview} wanted={wanted} now={now} said={said} team={teamOfFiles(files.answer?.value ?? [])} roadmapFiles={<ConnectedRoadmapFiles reading={files} />}
      events={{
        onConnect: connect,
        onAllow: (host) => void change(askHostPermission(host), (allowed) => (allowed ? `Waymark may work on ${host} now.` : `Waymark may still not work on ${host}.`)),
        onTest: async (host) => {
          setSaid('');
          const answer = await request('testConnection', { host }).catch((error: unknown) => ({ ok: false as const, problem: problemOf(error) }));
          renew();
          if (answer.ok) setSaid(`${host} works.`);
          return answer.ok ? null : answer.problem;
        },
        onRemoveToken: (host) => void change(request('removeToken', { host }), () => `The token of ${host} is removed.`),
        onForget: (host) => void change(request('forgetSite', { host }).finally(() => dropHostPermission(host)), ({ removed }) => `${host} is forgotten: ${count(removed, 'entry', 'entries')} erased.`),
        onDraft: setDraft,
        onSave: () => void save(),
        onDiscard: () => { setDraft(null); setFailed(null); setSaid('Discarded.'); },
        onPreviewProject: setProject,
        onExport: () => void change(request('exportData', null).then(({ name, json }) => saveFile(name, json)), () => 'Exported.'),
        onImport: async (json, apply) => {
          const answer = await request('importData', { json, apply }).catch((error: unknown) => ({ ok: false as const, problem: problemOf(error) }));
          if (apply) renew();
          return answer;
        },
        onDiagnostics: () => request('diagnostics', null).then(({ text }) => text, (error: unknown) => { setFailed(problemOf(error)); return null; }),
        onReload: renew,
      }}
    />
  );
}

function stateOf(view: OptionsView | null, draft: SettingsView | null, changed: boolean, problem: Problem | null): OptionsState {
  return view !== null && draft !== null ? { kind: 'ready', view, draft, changed, problem } : notReady(problem);
}
