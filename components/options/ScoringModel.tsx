import { useId } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import type { TeamSettings } from '../../lib/core/roadmap/file/roadmap-file.ts';
import type { OptionsView, SettingsView } from '../../lib/messaging/messages.ts';
import { DiffersFromTeam } from './DiffersFromTeam.tsx';
import { Source } from '../ui/Source.tsx';
import { RankPreview, type Preview } from './RankPreview.tsx';
import { Section } from './Section.tsx';
import { Weights } from './Weights.tsx';

interface Props {
  readonly view: OptionsView;
  readonly draft: SettingsView;
  readonly team: TeamSettings;
  readonly preview: Preview;
  onDraft(settings: SettingsView): void;
  onPreviewProject(project: ProjectKey): void;
}

export function ScoringModel({ view, draft, team, preview, onDraft, onPreviewProject }: Props) {
  const ids = useId();
  const model = view.models.find((one) => one.id === draft.model);
  // What nobody has to choose comes first; the others by name, as the registry has them.
  const models = view.models.toSorted((a, b) => Number(b.id === view.defaultModel) - Number(a.id === view.defaultModel));
  const nameOf = (id: string) => view.models.find((one) => one.id === id)?.name ?? id;
  const projects = view.connections.flatMap((connection) => connection.projects);
  return (
    <Section id="scoring" title="Scoring model" intro="Signals uses what the tracker already tells. Every other model leaves an issue unscored until all its inputs are given.">
      <fieldset className="models">
        <legend className="visually-hidden">Scoring model</legend>
        {models.map((one) => (
          <label key={one.id} className="model">
            <input type="radio" name="model" value={one.id} checked={one.id === draft.model} aria-labelledby={`${ids}-${one.id}`} aria-describedby={`${ids}-${one.id}-is`} onChange={() => onDraft({ ...draft, model: one.id })} />
            <strong id={`${ids}-${one.id}`}>{one.name}{one.id === view.defaultModel && <span className="muted"> · the default</span>}</strong>
            <span id={`${ids}-${one.id}-is`} className="muted">{one.summary}</span>
            <span className="model-formula">{one.formula}</span>
            <span className="muted small">Source: <Source text={one.source} /></span>
          </label>
        ))}
      </fieldset>
      {team.model !== undefined && team.model !== draft.model && <p><DiffersFromTeam what="Scoring model" there={nameOf(team.model)} onUse={() => team.model !== undefined && onDraft({ ...draft, model: team.model })} /></p>}
      {model?.weighted && <Weights model={model} weights={draft.weights[model.id] ?? {}} team={team.weights?.[model.id]} onChange={(weights) => onDraft({ ...draft, weights: { ...draft.weights, [model.id]: weights } })} />}
      <RankPreview preview={preview} projects={projects} onPick={onPreviewProject} />
    </Section>
  );
}
