import type { Waymark } from '../waymark.ts';

/** Leaves Waymark no room until what it answers is called: the browser forgets it with the page that said so. */
export async function fillDisk(waymark: Waymark): Promise<() => Promise<void>> {
  const page = await waymark.openBare();
  const session = await waymark.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${waymark.id}`, quotaSize: 1000 });
  return () => page.close();
}
