import type { IssueTypeName } from '../model/issue.ts';
import { nodeId, type Schemas } from './schemas.ts';

const TYPES: Record<IssueTypeName, NonNullable<Schemas['issue-type']>> = {
  Task: { id: 31_001, node_id: nodeId('IT', 31_001), name: 'Task', description: 'A specific piece of work', color: 'yellow', is_enabled: true },
  Bug: { id: 31_002, node_id: nodeId('IT', 31_002), name: 'Bug', description: 'An unexpected problem or behavior', color: 'red', is_enabled: true },
  Feature: { id: 31_003, node_id: nodeId('IT', 31_003), name: 'Feature', description: 'A request, idea, or new functionality', color: 'blue', is_enabled: true },
};

export const representType = (name: IssueTypeName): NonNullable<Schemas['issue-type']> => TYPES[name];
export const allTypes = (): NonNullable<Schemas['issue-type']>[] => Object.values(TYPES);
