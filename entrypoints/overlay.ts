import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { liveAlone } from '../lib/overlay/live-alone.ts';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { isAlive, onBroadcast, send } from '../lib/platform/content.ts';

// On the pages that it has something to show on (places.ts): from their beginning, or brought there by the worker.
export default defineUnlistedScript(() => startOverlay(document, { send, onBroadcast, isAlive, signal: liveAlone(document) }));
