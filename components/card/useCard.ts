import { useCallback } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import { notReady } from '../ui/page-state.ts';
import { useReading } from '../ui/useReading.ts';
import type { CardState } from './CardView.tsx';

/** The card's data as the states of its view. */
export function useCard(key: IssueKey): { state: CardState; renew: () => void } {
  const { answer, problem, renew } = useReading(useCallback(() => request('card', { key }), [key]));
  if (answer === null) return { state: notReady(problem), renew };
  return { state: answer.value === null ? { kind: 'unknown' } : { kind: 'ready', card: answer.value, problem }, renew };
}
