import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { githubPages } from '../lib/overlay/github-pages.ts';
import { jiraPages } from '../lib/overlay/jira-pages.ts';
import { liveAlone } from '../lib/overlay/live-alone.ts';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { readSite } from '../lib/overlay/site.ts';
import { isAlive, onBroadcast, send } from '../lib/platform/content.ts';

// For hosts whose name does not say which tracker they have.
export default defineUnlistedScript(() => startOverlay(document, [githubPages, jiraPages], { send, onBroadcast, isAlive, readSite: () => readSite(document, location), signal: liveAlone(document) }));
