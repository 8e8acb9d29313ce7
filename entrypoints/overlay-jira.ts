import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { jiraPages } from '../lib/overlay/jira-pages.ts';
import { liveAlone } from '../lib/overlay/live-alone.ts';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { isAlive, onBroadcast, send } from '../lib/platform/content.ts';

export default defineUnlistedScript(() => startOverlay(document, [jiraPages], { send, onBroadcast, isAlive, readSite: () => ({ jira: '' }), signal: liveAlone(document) }));
