import { launch } from '../e2e/waymark.ts';
import { extensionWith } from './extension-with.ts';

export type StoreResults = Readonly<Record<'count' | 'fillingPerRow' | 'badges' | 'floor' | 'one' | 'hundred' | 'all' | 'bytes' | 'roadmap' | 'itemIssues' | 'recount' | 'sprint', number>>;

/** The real store in a real extension page: the shipped build with one more page beside it. */
export async function measureStore(count: number): Promise<StoreResults> {
  const extension = await extensionWith('store-page');
  const waymark = await launch({ extension });
  try {
    const page = await waymark.openOwn(`store-page.html?count=${count}`);
    const handle = await page.waitForFunction(() => (globalThis as { benchResults?: unknown }).benchResults, undefined, { timeout: 540_000 });
    const results = (await handle.jsonValue()) as StoreResults & { error?: string };
    if (results.error) throw new Error(results.error);
    return results;
  } finally {
    await waymark.close();
  }
}
