import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { githubPages } from '../lib/overlay/github-pages.ts';
import { liveAlone } from '../lib/overlay/live-alone.ts';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { isAlive, onBroadcast, send } from '../lib/platform/content.ts';

export default defineUnlistedScript(() => startOverlay(document, [githubPages], { send, onBroadcast, isAlive, readSite: () => ({ jira: null }), signal: liveAlone(document) }));
