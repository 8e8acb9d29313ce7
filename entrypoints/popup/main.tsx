import { drawFrame } from '../../components/popup/first-frame.ts';
import { fitWindow } from '../../components/popup/fit-window.ts';
import { recallFrame } from '../../components/popup/last-popup.ts';
import { openedOver } from '../../components/popup/opened-over.ts';
import { lastKept, tellWhenOnline, version } from '../../lib/messaging/client.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/sprint/sprint.css';
import '../../components/popup/popup.css';

const readReact = () => import('../../components/popup/PopupPage.tsx');

/** The goal first, as it was left; then React, which takes longer to be read than the goal. Where nothing was kept, React is all there is to wait for. */
async function start(root: HTMLElement): Promise<void> {
  const early = lastKept() === null ? readReact() : null;
  const over = await openedOver();
  const isDrawn = over.inTime !== null && drawFrame(root, recallFrame(over.inTime), version());
  if (isDrawn) await shown();
  const { showPopup } = await (early ?? readReact());
  showPopup(root, over);
}

/** When the frame that was just drawn is on the screen; a popup that is not shown has no frames. */
const shown = (): Promise<void> => new Promise((resolve) => {
  requestAnimationFrame(() => { setTimeout(resolve); });
  setTimeout(resolve, 50);
});

const root = document.getElementById('root');
if (root !== null) void start(root);
fitWindow(document, window);
tellWhenOnline();
