import type { Page } from '@playwright/test';
import type { Waymark } from '../waymark.ts';

/** What a person does on chrome://extensions: the only place where a running extension loses a site, is switched off or is loaded anew. */
export interface ExtensionsPage {
  /** All hosts of the manifest, or only those that are allowed one by one. */
  access(which: 'ON_ALL_SITES' | 'ON_SPECIFIC_SITES'): Promise<void>;
  allow(host: string): Promise<void>;
  forbid(host: string): Promise<void>;
  switch(on: boolean): Promise<void>;
  /** As an update does: the old worker and its overlays are orphans, and the new worker is told that it was installed. */
  reload(): Promise<void>;
}

interface BrowserOfThePage {
  readonly chrome: { readonly developerPrivate: Record<string, (...args: unknown[]) => Promise<unknown>>; readonly management: { setEnabled(id: string, on: boolean): Promise<void> } };
}

export async function openExtensionsPage({ context, id }: Waymark): Promise<ExtensionsPage> {
  const page: Page = await context.newPage();
  await page.goto('chrome://extensions/');
  const call = async (name: string, ...args: unknown[]): Promise<void> => {
    await page.evaluate(([method, parameters]) => (globalThis as unknown as BrowserOfThePage).chrome.developerPrivate[method]?.(...parameters), [name, args] as const);
  };
  // Without it an unpacked extension that is loaded anew stays disabled ("unsupportedDeveloperExtension").
  await call('updateProfileConfiguration', { inDeveloperMode: true });
  return {
    access: (hostAccess) => call('updateExtensionConfiguration', { extensionId: id, hostAccess }),
    allow: (host) => call('addHostPermission', id, `https://${host}/*`),
    forbid: (host) => call('removeHostPermission', id, `https://${host}/*`),
    switch: (on) => page.evaluate(([extension, enabled]) => (globalThis as unknown as BrowserOfThePage).chrome.management.setEnabled(extension, enabled), [id, on] as const),
    reload: () => call('reload', id, { failQuietly: true }),
  };
}
