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
    const timer = setTimeout(() => {
      request('preview', { model, weights: JSON.parse(weights) as Record<string, number>, project }).then( // its own JSON, two lines above
        (rows) => { if (!stale) setAnswer({ rows, problem: null }); },
        (error: unknown) => { if (!stale) setAnswer((before) => ({ ...before, problem: problemOf(error) })); },
      );
    }, SETTLED);
    return () => { stale = true; clearTimeout(timer); };
  }, [model, weights, project]);
  return { project, ...answer };
}
