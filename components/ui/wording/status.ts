import type { StatusCategory } from '../../../lib/core/issue.ts';

export const STATUSES: Readonly<Record<StatusCategory, string>> = { todo: 'To do', doing: 'In progress', done: 'Done' };
