import { useCallback } from 'react';
import type { IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import { request } from '../../../lib/messaging/client.ts';
import type { FoundIssues } from '../../../lib/messaging/messages.ts';
import { type Answered, useAnswer } from '../../ui/useAnswer.ts';

/** So long the typing rests before all issues are looked through again. */
const REST = 150;

/** The issues that a filter leaves. */
export function useChoosableIssues(filter: IssueFilter): Answered<FoundIssues> {
  return useAnswer(useCallback(() => request('findIssues', { filter }), [filter]), REST);
}
