import { useMemo } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { SettingsView } from '../../lib/messaging/messages.ts';
import { useAnswer } from '../ui/useAnswer.ts';
import type { Preview } from './RankPreview.tsx';

const SETTLED = 150;

/** The ranks that a draft would give beside those of the settings that are kept, asked for when the sliders rest and when others are kept. The last answer stays until the next is there. */
export function usePreview(draft: SettingsView | null, kept: SettingsView | null, project: ProjectKey | null): Preview {
  const model = draft?.model;
  const weights = JSON.stringify(model === undefined ? {} : draft?.weights[model] ?? {});
  const beside = JSON.stringify(kept);
  const ask = useMemo(() => (model === undefined || beside === 'null' ? null : () => request('preview', { model, weights: JSON.parse(weights) as Record<string, number>, project })), [model, weights, beside, project]); // our own JSON, from above
  const { answer, problem } = useAnswer(ask, SETTLED);
  return { project, changes: answer?.value ?? null, problem };
}
