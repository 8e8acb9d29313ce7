import { useId } from 'react';
import type { TeamSettings } from '../../lib/core/roadmap/file/roadmap-file.ts';
import type { OptionsView, SettingsView } from '../../lib/messaging/messages.ts';
import { Source } from '../ui/Source.tsx';
import { Section } from './Section.tsx';
import { ThresholdRow } from './ThresholdRow.tsx';

interface Props {
  readonly view: OptionsView;
  readonly draft: SettingsView;
  readonly team: TeamSettings;
  onDraft(settings: SettingsView): void;
}

export function RiskRules({ view, draft, team, onDraft }: Props) {
  const ids = useId();
  const mute = (id: string, muted: boolean) => onDraft({ ...draft, mutedRules: muted ? [...draft.mutedRules, id] : draft.mutedRules.filter((rule) => rule !== id) });
  return (
    <Section id="risk" title="Risk rules" intro="Waymark flags privately: it comments, labels and closes nothing by itself. A rule that does not fit your team can be switched off; its numbers can be changed.">
      <div className="rules">
        {(['execution', 'strategic'] as const).map((kind) => (
          <fieldset key={kind} className="box">
            <legend><h3>{kind === 'execution' ? 'Execution' : 'Strategic'}</h3></legend>
            {view.rules.filter((rule) => rule.kind === kind).map((rule) => (
              <label key={rule.id} className="rule">
                <input type="checkbox" checked={!draft.mutedRules.includes(rule.id)} aria-labelledby={`${ids}-${rule.id}`} onChange={(event) => mute(rule.id, !event.target.checked)} />
                <span><span id={`${ids}-${rule.id}`}>{rule.label}</span><span className="muted small rule-source"><Source text={rule.source} /></span></span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="box">
        <h3>Thresholds</h3>
        {view.thresholds.map((threshold) => (
          <ThresholdRow key={threshold.id} threshold={threshold} value={draft.thresholds[threshold.id]} team={team.thresholds?.[threshold.id]} onChange={(value) => onDraft({ ...draft, thresholds: { ...draft.thresholds, [threshold.id]: value } })} />
        ))}
      </div>
    </Section>
  );
}
