import { type Html, raw } from '../../pages/html.ts';

/** Drawings of 16 by 16 in the manner of Atlassian's icons; the first six are the ones in the captured fragments. */
const DRAWN = {
  link: '<path fill="currentcolor" fill-rule="evenodd" d="M8.22 2.22a3.932 3.932 0 1 1 5.56 5.56l-2.25 2.25-1.06-1.06 2.25-2.25a2.432 2.432 0 0 0-3.44-3.44L7.03 5.53 5.97 4.47zm3.06 3.56-5.5 5.5-1.06-1.06 5.5-5.5zM2.22 8.22l2.25-2.25 1.06 1.06-2.25 2.25a2.432 2.432 0 0 0 3.44 3.44l2.25-2.25 1.06 1.06-2.25 2.25a3.932 3.932 0 1 1-5.56-5.56" clip-rule="evenodd"></path>',
  edit: '<path fill="currentcolor" fill-rule="evenodd" d="M11.586.854a2 2 0 0 1 2.828 0l.732.732a2 2 0 0 1 0 2.828L10.01 9.551a2 2 0 0 1-.864.51l-3.189.91a.75.75 0 0 1-.927-.927l.91-3.189a2 2 0 0 1 .51-.864zm1.768 1.06a.5.5 0 0 0-.708 0l-.585.586L13.5 3.94l.586-.586a.5.5 0 0 0 0-.708zM12.439 5 11 3.56 7.51 7.052a.5.5 0 0 0-.128.216l-.54 1.891 1.89-.54a.5.5 0 0 0 .217-.127zM3 2.501a.5.5 0 0 0-.5.5v10a.5.5 0 0 0 .5.5h10a.5.5 0 0 0 .5-.5V10H15v3.001a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2h3v1.5z" clip-rule="evenodd"></path>',
  more: '<path fill="currentcolor" fill-rule="evenodd" d="M0 8a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0m6.5 0a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0M13 8a1.5 1.5 0 1 1 3 0 1.5 1.5 0 0 1-3 0" clip-rule="evenodd"></path>',
  down: '<path fill="currentcolor" d="m14.53 6.03-6 6a.75.75 0 0 1-1.004.052l-.056-.052-6-6 1.06-1.06L8 10.44l5.47-5.47z"></path>',
  right: '<path fill="currentcolor" d="m6.03 1.47 6 6a.75.75 0 0 1 .052 1.004l-.052.056-6 6-1.06-1.06L10.44 8 4.97 2.53z"></path>',
  merged: '<path fill="currentcolor" fill-rule="evenodd" d="m6.174.77 1.152.96-3.333 4a.75.75 0 0 1-1.152 0l-1.667-2 1.152-.96 1.09 1.308zM8.5 2.5h1.25a2.75 2.75 0 0 1 2.75 2.75v5.378a2.251 2.251 0 1 1-1.5 0V5.25C11 4.56 10.44 4 9.75 4H8.5zm-5 8.128V7.5H5v3.128a2.251 2.251 0 1 1-1.5 0M4.25 12a.75.75 0 1 0 0 1.5.75.75 0 0 0 0-1.5m7.5 0a.75.75 0 1 0 0 1.5.75.75 0 0 0 0-1.5" clip-rule="evenodd"></path>',
  search: '<path fill="currentcolor" fill-rule="evenodd" d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M1 7a6 6 0 1 1 10.74 3.68l3.29 3.29-1.06 1.06-3.29-3.29A6 6 0 0 1 1 7" clip-rule="evenodd"></path>',
  plus: '<path fill="currentcolor" fill-rule="evenodd" d="M7.25 8.75V15h1.5V8.75H15v-1.5H8.75V1h-1.5v6.25H1v1.5z" clip-rule="evenodd"></path>',
  close: '<path d="M3 3l10 10M13 3L3 13" stroke="currentcolor" stroke-width="1.5"></path>',
  sidebar: '<path d="M2 2.5h12v11H2zM6 2.5v11" fill="none" stroke="currentcolor" stroke-width="1.5"></path>',
  apps: '<path d="M2 2h3v3H2zM6.500 2h3v3h-3zM11 2h3v3h-3zM2 6.500h3v3H2zM6.500 6.500h3v3h-3zM11 6.500h3v3h-3zM2 11h3v3H2zM6.500 11h3v3h-3zM11 11h3v3h-3z" fill="currentcolor"></path>',
  bell: '<path d="M3 12.700h10l-1.600-2.500V5.500a3.400 3.400 0 0 0-6.800 0v4.700zM6.500 14.500h3" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  help: '<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentcolor" stroke-width="1.500"></circle><path d="M6 6.300c0-2.700 4-2.700 4 0 0 1.400-2 1.500-2 3M8 11v1" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  gear: '<circle cx="8" cy="8" r="4.600" fill="none" stroke="currentcolor" stroke-width="2.600" stroke-dasharray="2.200 1.410"></circle><circle cx="8" cy="8" r="3.600" fill="none" stroke="currentcolor" stroke-width="1.400"></circle>',
  person: '<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentcolor" stroke-width="1.400"></circle><circle cx="8" cy="6.400" r="2.100" fill="none" stroke="currentcolor" stroke-width="1.400"></circle><path d="M4 13c.700-3.300 7.300-3.300 8 0" fill="none" stroke="currentcolor" stroke-width="1.400"></path>',
  board: '<path d="M2 3h12v10H2zM6 3v10M10 3v10" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  backlog: '<path d="M2 4h12v3H2zM2 10h12v3H2z" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  list: '<path d="M1 3h14M1 8h14M1 13h9" stroke="currentcolor" stroke-width="1.500"></path>',
  timeline: '<path d="M2 4h6M5 8h7M8 12h6" stroke="currentcolor" stroke-width="2.400"></path>',
  globe: '<circle cx="8" cy="8" r="6.700" fill="none" stroke="currentcolor" stroke-width="1.400"></circle><path d="M1.500 8h13M8 1.300c-4 4-4 9.400 0 13.400 4-4 4-9.400 0-13.400" fill="none" stroke="currentcolor" stroke-width="1.400"></path>',
  share: '<g fill="none" stroke="currentcolor" stroke-width="1.500"><circle cx="12" cy="3.500" r="2"></circle><circle cx="4" cy="8" r="2"></circle><circle cx="12" cy="12.500" r="2"></circle><path d="M5.700 7l4.600-2.500M5.700 9l4.600 2.500"></path></g>',
  bolt: '<path d="M10 1L3 9h5l-2 6 7-8H8z" fill="none" stroke="currentcolor" stroke-width="1.400"></path>',
  eye: '<path d="M1 8c3.500-6 10.500-6 14 0-3.500 6-10.500 6-14 0z" fill="none" stroke="currentcolor" stroke-width="1.500"></path><circle cx="8" cy="8" r="2" fill="currentcolor"></circle>',
  flag: '<path d="M3 15V1.500M3 2.500h9.500l-2 3 2 3H3" fill="#c9372c" stroke="#c9372c" stroke-width="1.500"></path>',
  clock: '<circle cx="8" cy="8" r="6.500" fill="none" stroke="currentcolor" stroke-width="1.500"></circle><path d="M8 4v4l2.700 2" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  attach: '<path d="M13 7.500l-5.500 5.300c-3 2.500-6-1-3.700-3.600L9.500 3.500c1.800-1.600 3.800.600 2.300 2.200L6.300 11" fill="none" stroke="currentcolor" stroke-width="1.400"></path>',
  child: '<path d="M3 2v8h5M8 7.500h6v5H8z" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
  expand: '<path d="M9.500 2H14v4.500M14 2L9 7M6.500 14H2V9.500M2 14l5-5" fill="none" stroke="currentcolor" stroke-width="1.500"></path>',
} as const;

export type IconName = keyof typeof DRAWN;

export function icon(name: IconName, label?: string): Html {
  const said = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`;
  return raw(`<span ${said} style="color: currentcolor;" class="j-icon"><svg fill="none" viewBox="0 0 16 16" role="presentation">${DRAWN[name]}</svg></span>`);
}

/** Jira's mark as a demo may draw it: the product tile. */
export const mark = raw('<svg height="24" width="24" viewBox="0 0 24 24"><path fill="var(--tile-color,#1868db)" d="M0 6a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z"></path><path fill="none" stroke="#fff" stroke-width="2.200" d="M6 8h6a4 4 0 0 1 4 4v6M6 13h3a3 3 0 0 1 3 3v2M11 5h4a5 5 0 0 1 5 5v4"></path></svg>');
