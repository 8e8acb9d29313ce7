import { useEffect, useState } from 'react';
import type { IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import { request } from '../../../lib/messaging/client.ts';
import type { FoundIssues, Problem } from '../../../lib/messaging/messages.ts';
import { problemOf } from '../../ui/problem-of.ts';

/** So long the typing rests before all issues are looked through again. */
const REST = 150;

/** The issues that a filter leaves. The former answer stays until the next one is there; a late one is dropped. */
export function useChoosableIssues(filter: IssueFilter): { readonly found: FoundIssues | null; readonly problem: Problem | null } {
  const [state, setState] = useState<{ found: FoundIssues | null; problem: Problem | null }>({ found: null, problem: null });
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      request('findIssues', { filter }).then(
        (found) => { if (!stale) setState({ found, problem: null }); },
        (error: unknown) => { if (!stale) setState((before) => ({ ...before, problem: problemOf(error) })); },
      );
    }, REST);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [filter]);
  return state;
}
