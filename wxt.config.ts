import { defineConfig } from 'wxt';
import { BUILT_IN, overlayFor, placesOn } from './lib/overlay/places.ts';

/** Only for our own tests: hosts whose permission prompt cannot be clicked without a display, and the playground page. */
const forTests = process.env.WAYMARK_E2E === '1';

const overlayOn = (host: string) => {
  const { matches, excludeMatches } = placesOn(host);
  // Firefox refuses an empty list.
  return { matches, ...(excludeMatches.length > 0 && { exclude_matches: excludeMatches }), js: ['ahead.js', `${overlayFor(host)}.js`], run_at: 'document_start' as const };
};

/** The example URLs of surfaces are for tests and readers. The script that is on every page of issues goes without them: a tenth of it. */
const withoutExamples = {
  name: 'without-examples',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => (id.endsWith('.surface.ts') ? code.replace(/^ {2}examples: \{$[\s\S]*?^ {2}\},$/m, '') : undefined),
};

/** What WXT puts around a script says in a developer's console where it failed. What is shipped says nothing there, and every page would carry it; so it would the function that reads a definition, which is of use only to WXT's own look at it. */
const startAlone = {
  name: 'start-alone',
  enforce: 'pre' as const,
  apply: 'build' as const,
  transform(code: string, id: string) {
    if (id.includes('wxt-unlisted-script-entrypoint')) {
      const [definition] = /^import definition from .*$/m.exec(code) ?? [];
      return definition && `${definition}\nexport default definition();`;
    }
    return /^import \{ defineUnlistedScript \} from .*$/m.test(code) ? code.replace(/^import \{ defineUnlistedScript \} from .*$/m, '').replace('export default defineUnlistedScript(', 'export default (') : undefined;
  },
};

/**
 * On pages of ours a size counts with the letters that a person has set in the browser: 16 px are one rem there, and media queries are asked in em. In the card, which has the same sheets, and beside the trackers' own
 * letters a rem would be the page's, so all are written in px. Hairlines stay; so does what is written as `Px`: a limit of the browser's own, and what a picture scales by itself.
 */
const asLargeAsLetters = {
  name: 'as-large-as-letters',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/components\/[^?]*\.css$/.test(id)) return undefined;
    const per = (text: string, unit: 'rem' | 'em') => text.replaceAll(/(?<![\w.#])(\d*\.?\d+)px\b/g, (size, px: string) => (Number(px) < 3 ? size : `${Number(px) / 16}${unit}`));
    return code.replaceAll(/@media[^{]+|[^@]+|@/g, (part) => per(part, part.startsWith('@media') ? 'em' : 'rem'));
  },
};

/** Each file that a page of ours has to wait for costs it some milliseconds before anything is drawn; the popup has the least of them to give. */
const stylesInPopup = {
  name: 'styles-in-popup',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, { readonly type: 'chunk' } | { readonly type: 'asset'; source: string | Uint8Array }>) {
    const popup = Object.entries(bundle).find(([file]) => file.endsWith('popup.html') || file.endsWith('popup/index.html'))?.[1];
    if (popup?.type !== 'asset') return;
    popup.source = String(popup.source).replaceAll(/<link rel="stylesheet"[^>]* href="\/?([^"]+)">/g, (link, file: string) => {
      const sheet = bundle[file];
      return sheet?.type === 'asset' ? `<style>${String(sheet.source)}</style>` : link;
    });
  },
};

export default defineConfig({
  vite: () => ({
    // Chromium compiles a script lazily, function by function, each read twice; nearly all of this one is needed at once (3.3 ms instead of 5).
    plugins: [withoutExamples, startAlone, asLargeAsLetters, stylesInPopup, { name: 'compile-at-once', enforce: 'post', generateBundle: (_options, bundle) => { for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.fileName.startsWith('overlay')) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`; } }],
    // Older browsers are not served: light-dark() need not be written out.
    build: { cssTarget: ['chrome126', 'firefox142'] },
  }),
  manifestVersion: 3,
  imports: false,
  // The playground shows components without an account: for contributors and tests, never shipped.
  ...(forTests ? {} : { filterEntrypoints: ['background', 'ahead', 'overlay', 'overlay-github', 'overlay-jira', 'watch', 'panel', 'line', 'popup', 'options', 'workspace'] }),
  outDirTemplate: forTests ? '{{browser}}-mv{{manifestVersion}}-e2e' : '{{browser}}-mv{{manifestVersion}}',
  // Told here, since WXT's own wrapper of content scripts costs each page 1 ms: the first call of the extension's API.
  manifest: ({ browser }) => ({
    content_scripts: [...BUILT_IN.map(overlayOn), { matches: BUILT_IN.map((host) => `https://${host}/*`), js: ['watch.js'], run_at: 'document_start' }],
    name: 'Waymark: priorities, roadmap and Sprint Goal',
    short_name: 'Waymark',
    description: 'Priority scores with their reasons, roadmap items, risk flags and the Sprint Goal, on the GitHub and Jira pages where the work is.',
    permissions: ['alarms', 'scripting', 'activeTab', 'unlimitedStorage', 'declarativeNetRequestWithHostAccess'],
    host_permissions: ['https://github.com/*', 'https://api.github.com/*', 'https://*.atlassian.net/*', 'https://api.atlassian.com/*', ...(forTests ? ['https://github.acme.example/*', 'https://acme.ghe.com/*', 'https://api.acme.ghe.com/*', 'https://jira.acme.example/*'] : [])],
    optional_host_permissions: ['https://*/*'],
    // What we read lands on the disk, with the time of the visit: a private window promises that nothing does.
    incognito: 'not_allowed',
    action: { default_title: 'Waymark: Sprint Goal' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+W' } },
      'tag-selection': { suggested_key: { default: 'Alt+Shift+T' }, description: 'Tag the selected issues to a roadmap item' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'waymark@waymark.dev', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
  zip: {
    includeSources: ['entrypoints/**', 'components/**', 'lib/**', 'public/**', 'package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'wxt.config.ts', 'README.md', 'LICENSE'],
  },
});
