import type { Surface } from '../surface.ts';
import { HEADER } from '../github-rules.ts';
import { ownIssue } from '../page.ts';

/** The page of one issue, also where a person's own list shows it. Links in its text and its timeline get nothing. */
export default {
  id: 'github-issue',
  examples: {
    urls: ['https://github.com/diffplug/selfie/issues/523', 'https://github.com/OctoLinker/testrepo/issues/2#issuecomment-1', 'https://github.com//o//r/issues/1/', 'https://github.com/issues/assigned?issue=PostHog%7Cposthog.com%7C12092'],
    not: ['https://github.com/o/r/issues/new', 'https://github.com/o/r/issues/new/choose', 'https://github.com/login?return_to=%2Fo%2Fr%2Fissues%2F1', 'https://github.com/o/r/discussions/1'],
  },
  matches: (page) => page.kind === 'issue',
  detail: { identity: ownIssue, ...HEADER },
} satisfies Surface;
