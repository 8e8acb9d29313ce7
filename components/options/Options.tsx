import type { ReactNode } from 'react';
import type { TeamSettings } from '../../lib/core/roadmap/file/roadmap-file.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { OptionsView, Problem, SettingsView } from '../../lib/messaging/messages.ts';
import { SignIcon } from '../ui/icons.tsx';
import type { PageState } from '../ui/page-state.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Said } from '../ui/Said.tsx';
import { Calendar } from './Calendar.tsx';
import { Connections } from './Connections.tsx';
import { DataSection } from './DataSection.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { ExportData } from './ExportData.tsx';
import type { OptionsEvents } from './options-events.ts';
import { Privacy } from './Privacy.tsx';
import type { Preview } from './RankPreview.tsx';
import { RiskRules } from './RiskRules.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ScoringModel } from './ScoringModel.tsx';

export type OptionsState = PageState<{ readonly view: OptionsView; readonly draft: SettingsView; readonly changed: boolean; readonly problem: Problem | null }>;

interface Props {
  readonly state: OptionsState;
  readonly preview: Preview;
  /** The site that somebody came here to connect: empty for none. */
  readonly wanted?: string;
  readonly now: Instant;
  readonly said: string;
  readonly events: OptionsEvents;
  /** What the team's roadmap file says about settings. */
  readonly team?: TeamSettings;
  /** The section of the roadmap's file, which speaks for itself. */
  readonly roadmapFiles?: ReactNode;
}

const NO_TEAM: TeamSettings = {};
const SECTIONS = [['connections', 'Connections'], ['scoring', 'Scoring model'], ['risk', 'Risk rules'], ['calendar', 'Calendar'], ['roadmap-file', 'Roadmap file'], ['data', 'Data'], ['privacy', 'Privacy']] as const;

/** One page, no tabs: what is looked for can be found with the browser's own search. */
export function Options({ state, preview, wanted = '', now, said, events, team = NO_TEAM, roadmapFiles }: Props) {
  return (
    <div className="waymark options-page">
      <nav className="options-nav" aria-label="Sections">
        <p className="options-brand"><SignIcon /> Waymark</p>
        <ul>{SECTIONS.map(([id, name]) => <li key={id}><a href={`#${id}`}>{name}</a></li>)}</ul>
        <a className="options-away" href="/workspace.html#roadmap">Open the roadmap</a>
      </nav>
      <main aria-busy={state.kind === 'loading'}>
        <h1>Options</h1>
        {state.kind === 'loading' && <><p className="visually-hidden">Reading …</p><div className="stack" aria-hidden="true"><span className="skeleton skeleton-block" /><span className="skeleton skeleton-block" /><span className="skeleton skeleton-block" /></div></>}
        {state.kind === 'failed' && <Unreadable problem={state.problem} events={events} />}
        {state.kind === 'ready' && (
          <>
            <Connections connections={state.view.connections} wanted={wanted} now={now} events={events} />
            <ScoringModel view={state.view} draft={state.draft} team={team} preview={preview} onDraft={events.onDraft} onPreviewProject={events.onPreviewProject} />
            <RiskRules view={state.view} draft={state.draft} team={team} onDraft={events.onDraft} />
            <Calendar calendar={state.draft.calendar} onChange={(calendar) => events.onDraft({ ...state.draft, calendar })} />
            {roadmapFiles}
            <DataSection store={state.view.store} events={events} />
            <Privacy />
            <SaveBar changed={state.changed} problem={state.problem} onSave={events.onSave} onDiscard={events.onDiscard} />
          </>
        )}
        <Said words={said} />
      </main>
    </div>
  );
}

/** Nothing can be read: what helps then is what others need to see, and what can still be taken out. */
function Unreadable({ problem, events }: { readonly problem: Problem; readonly events: Pick<OptionsEvents, 'onReload' | 'onExport' | 'onDiagnostics'> }) {
  return (
    <div className="stack">
      <ProblemNote problem={problem} tone="late"><button type="button" className="button" onClick={events.onReload}>Try again</button></ProblemNote>
      <div className="box stack">
        <ExportData onExport={events.onExport} />
        <Diagnostics onDiagnostics={events.onDiagnostics} />
      </div>
    </div>
  );
}
