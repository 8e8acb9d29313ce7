import { useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import type { SettingsView } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';
import type { Preview } from './RankPreview.tsx';

const SETTLED = 150;

/** The ranks that a draft would give, asked for when the sliders rest. The last answer stays until the next is there. */
export function usePreview(draft: SettingsView | null, project: ProjectKey | null): Preview {
  const [answer, setAnswer] = useState<Pick<Preview, 'rows' | 'problem'>>({ rows: null, problem: null });
  const model = draft?.model;
  const weights = JSON.stringify(model === undefined ? {} : draft?.weights[model] ?? {});
  useEffect(() => {
    if (model === undefined) return;
    let stale = false;
    async function ask(id: string) {
      try {
        const rows = await request('preview', { model: id, weights: JSON.parse(weights) as Record<string, number>, project }); // our own JSON, from above
        if (!stale) setAnswer({ rows, problem: null });
      } catch (error) {
        if (!stale) setAnswer((before) => ({ ...before, problem: problemOf(error) }));
      }
    }
    const timer = setTimeout(() => void ask(model), SETTLED);
    return () => { stale = true; clearTimeout(timer); };
  }, [model, weights, project]);
  return { project, ...answer };
}
