import { defineConfig } from 'wxt';

/** Only for our own tests: hosts whose permission prompt cannot be clicked without a display, and the playground page. */
const forTests = process.env.WAYMARK_E2E === '1';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  // The playground shows components without an account: for contributors and tests, never shipped.
  ...(forTests ? {} : { filterEntrypoints: ['background', 'overlay', 'panel', 'popup', 'options'] }),
  outDirTemplate: forTests ? '{{browser}}-mv{{manifestVersion}}-e2e' : '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: 'Waymark: priorities, roadmap and Sprint Goal',
    short_name: 'Waymark',
    description: 'Priority scores with their reasons, roadmap items, risk flags and the Sprint Goal, on the GitHub and Jira pages where the work is.',
    permissions: ['alarms', 'scripting', 'activeTab', 'unlimitedStorage', 'declarativeNetRequestWithHostAccess'],
    host_permissions: ['https://github.com/*', 'https://api.github.com/*', 'https://*.atlassian.net/*', 'https://api.atlassian.com/*', ...(forTests ? ['https://github.acme.example/*', 'https://acme.ghe.com/*', 'https://api.acme.ghe.com/*', 'https://jira.acme.example/*'] : [])],
    optional_host_permissions: ['https://*/*'],
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
