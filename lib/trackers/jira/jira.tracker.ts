import type { TrackerDeclaration } from '../registry.ts';
import { createJiraTracker } from './tracker.ts';
import { isJiraCloud } from './urls.ts';

export default {
  kind: 'jira',
  hosts: isJiraCloud,
  create: createJiraTracker,
} satisfies TrackerDeclaration;
