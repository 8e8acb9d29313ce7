import { useCallback, useEffect, useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { onChanged, request } from '../../lib/messaging/client.ts';
import { problemOf } from '../ui/problem-of.ts';
import type { CardState } from './CardView.tsx';

/** The card's data: read at once, read again after every change. What was shown stays when a later reading fails. */
export function useCard(key: IssueKey): { state: CardState; reload: () => Promise<void> } {
  const [state, setState] = useState<CardState>({ kind: 'loading' });
  const reload = useCallback(async () => {
    try {
      const card = await request('card', { key });
      setState(card === null ? { kind: 'unknown' } : { kind: 'ready', card, problem: null });
    } catch (error) {
      const problem = problemOf(error);
      setState((before) => (before.kind === 'ready' ? { ...before, problem } : { kind: 'failed', problem }));
    }
  }, [key]);
  useEffect(() => {
    void reload();
    return onChanged(() => void reload());
  }, [reload]);
  return { state, reload };
}
