import type { TrackerDeclaration } from '../registry.ts';
import { isGithubHost } from './hosts.ts';
import { createGithubTracker } from './tracker.ts';

export default {
  kind: 'github',
  hosts: isGithubHost,
  create: createGithubTracker,
} satisfies TrackerDeclaration;
