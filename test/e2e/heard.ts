import type { Page } from '@playwright/test';

/**
 * What a screen reader tells by itself from now on: each text that a live region comes to have. `host`: that of our shadow root on a tracker's page; `null` on a page of ours. What stands behind an open dialog is not heard.
 */
export async function listen(page: Page, host: string | null): Promise<() => Promise<string[]>> {
  await page.evaluate((name) => {
    const LIVE = 'output, [role=status], [role=alert], [aria-live]';
    const root: Document | ShadowRoot = name === null ? document : document.querySelector(name)!.shadowRoot!;
    const texts = new Map([...root.querySelectorAll(LIVE)].map((region) => [region, region.textContent!.trim()] as const));
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      const modal = [...root.querySelectorAll('dialog:modal')].at(-1);
      for (const region of root.querySelectorAll(LIVE)) {
        const text = region.textContent!.trim();
        if (text === (texts.get(region) ?? '')) continue;
        texts.set(region, text);
        if (text !== '' && (modal === undefined || modal.contains(region)) && region.closest('[aria-hidden=true], [inert]') === null) heard.push(text);
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
  }, host);
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
}
