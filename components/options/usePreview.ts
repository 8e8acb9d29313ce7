import { useMemo } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { SettingsView } from '../../lib/messaging/messages.ts';
import { useAnswer } from '../ui/useAnswer.ts';
import type { Preview } from './RankPreview.tsx';

const SETTLED = 150;

/** The ranks that a draft would give, asked for when the sliders rest. The last answer stays until the next is there. */
export function usePreview(draft: SettingsView | null, project: ProjectKey | null): Preview {
  const model = draft?.model;
  const weights = JSON.stringify(model === undefined ? {} : draft?.weights[model] ?? {});
  const ask = useMemo(() => (model === undefined ? null : () => request('preview', { model, weights: JSON.parse(weights) as Record<string, number>, project })), [model, weights, project]); // our own JSON, from above
  const { answer, problem } = useAnswer(ask, SETTLED);
  return { project, rows: answer?.value ?? null, problem };
}
