import { html, type Html } from '../../../pages/html.ts';
import { hashClasses } from '../classes.ts';
import type { Page, PageCall } from '../page.ts';
import { sidebar, topNavigation } from './navigation.ts';
import { projectHeader } from './project-header.ts';

/** The document around a page as Jira Cloud sends it (captured 2026-01): attributes of html and body, metas, the shell of navigation 4. */
export function cloudLayout(call: PageCall, page: Page): string {
  const { site } = call;
  const colorMode = site.colorMode === 'auto' ? 'light' : site.colorMode;
  const text = html`<html lang="en" data-theme="dark:dark light:light spacing:spacing typography:typography" data-color-mode="${colorMode}" data-demo-mode="${site.colorMode}" style="background-color: var(--ds-surface, #fff); color: var(--ds-text, #292a2e);">
<head><meta charset="utf-8"><meta name="referrer" content="strict-origin-when-cross-origin"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} - Jira</title>
<link rel="stylesheet" href="/assets/ds-tokens.css"><link rel="stylesheet" href="/assets/shell.css"><link rel="stylesheet" href="/assets/planning.css"><link rel="stylesheet" href="/assets/work-item.css"><link rel="icon" href="data:,">
${Object.entries(metas(call)).map(([name, content]) => html`<meta name="${name}" content="${content}">`)}
</head>
<body style="background-color: var(--ds-surface, #fff); color: var(--ds-text, #292a2e);" id="jira" class="deferred adg3" data-version="${site.version}" data-aui-version="9.12.0">
<meta name="application-name" content="JIRA" data-name="jira" data-version="${site.version}">
<div id="jira-frontend" data-demo-route="${page.route}"><div class="j-root" id="unsafe-design-system-page-layout-root" data-testid="page-layout.root">
${topNavigation(site)}${sidebar(call, page)}
<div data-layout-slot="true" class="j-main" role="main" data-testid="page-layout.main"><div id="ak-main-content" data-vc="page-container-v2-main-wrapper" class="j-main-content">${page.project && projectHeader(call, page)}${page.main}</div></div>
<section data-layout-slot="true" aria-label="Panel" class="j-aside" data-testid="page-layout.aside"></section></div>
<div data-testid="layout-controller.ui.bottom-right-corner.container.styled-container" class="j-corner"></div></div>
<div class="atlaskit-portal-container"><div class="atlaskit-portal" style="z-index: 510;">${page.portal}</div></div>
<script type="module" async src="/assets/start.js"></script>
</body></html>`.html;
  return `<!DOCTYPE html>\n${hashClasses(text)}`;
}

/** A page without the shell: sign-in. */
export function cloudBareLayout(title: string, main: Html): string {
  return `<!DOCTYPE html>\n${hashClasses(html`<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/assets/ds-tokens.css"><link rel="stylesheet" href="/assets/shell.css"><link rel="icon" href="data:,"></head><body class="j-bare">${main}</body></html>`.html)}`;
}

function metas({ site, now }: PageCall): Record<string, string> {
  const [cloudName = 'example'] = site.host.split('.');
  return {
    'ajs-cloud-id': `11111111-0000-4000-8000-${[...cloudName].map((letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('').padStart(12, '0').slice(0, 12)}`,
    'ajs-atlassian-account-id': site.viewer?.id ?? '', 'ajs-user-locale': 'en_US', 'ajs-environment': 'prod', 'ajs-remote-user': site.viewer?.id ?? '',
    'ajs-keyboard-shortcuts-enabled': 'true', 'ajs-context-path': '', 'ajs-build-number': '100290', 'ajs-cloud-name': cloudName, 'ajs-app-title': 'Jira',
    'ajs-version-number': site.version, 'ajs-is-snapshot': 'true', 'ajs-remote-user-fullname': site.viewer?.name ?? '', 'ajs-user-timezone': 'UTC',
    'ajs-first-activation-date': String(now.getTime() - 400 * 86_400_000), 'ghx-project-key': '', 'ghx-project-id': '',
  };
}
