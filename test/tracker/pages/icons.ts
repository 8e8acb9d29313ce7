import { type Html, raw } from './html.ts';

/** Our own plain drawings in the size and with the class names of GitHub's icons. */
const DRAWN = {
  'issue-opened': '<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="8" cy="8" r="1.7"/>',
  'issue-closed': '<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 8.3l2.1 2.1L11.2 6" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  skip: '<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 11l6-6" stroke="currentColor" stroke-width="1.5"/>',
  'issue-draft': '<circle cx="8" cy="8" r="6.7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.5 1.7"/>',
  'git-pull-request': '<g fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="4" cy="3.4" r="1.7"/><circle cx="4" cy="12.6" r="1.7"/><circle cx="12" cy="12.6" r="1.7"/><path d="M4 5.1v5.8M12 10.9V6.2a2 2 0 0 0-2-2H7.6M9.4 2L7.4 4.2l2 2.2"/></g>',
  'git-merge': '<g fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="4" cy="3.4" r="1.7"/><circle cx="4" cy="12.6" r="1.7"/><circle cx="12" cy="8" r="1.7"/><path d="M4 5.1v5.8M4.2 5c.4 2 2.300 3 6.100 3"/></g>',
  comment: '<path d="M2 2.700h12v8.500H8.400L5.200 14v-2.800H2z" fill="none" stroke="currentColor" stroke-width="1.500"/>',
  milestone: '<path d="M8 1v14M3 3h8.500l2 2-2 2H3z" fill="none" stroke="currentColor" stroke-width="1.500"/>',
  tag: '<path d="M2 2h5.500l6.300 6.300-5.500 5.500L2 7.500z" fill="none" stroke="currentColor" stroke-width="1.500"/><circle cx="5" cy="5" r="1"/>',
  search: '<g fill="none" stroke="currentColor" stroke-width="1.500"><circle cx="7" cy="7" r="4.700"/><path d="M10.500 10.500L14.500 14.500"/></g>',
  'triangle-down': '<path d="M4 6h8l-4 4.500z"/>', 'kebab-horizontal': '<circle cx="3" cy="8" r="1.400"/><circle cx="8" cy="8" r="1.400"/><circle cx="13" cy="8" r="1.400"/>',
  gear: '<circle cx="8" cy="8" r="4.500" fill="none" stroke="currentColor" stroke-width="2.600" stroke-dasharray="2.200 1.330"/><circle cx="8" cy="8" r="3.600" fill="none" stroke="currentColor" stroke-width="1.300"/>',
  code: '<path d="M5.500 4L1.800 8l3.700 4M10.500 4l3.700 4-3.700 4" fill="none" stroke="currentColor" stroke-width="1.500"/>',
  table: '<path d="M1.700 2.700h12.600v10.600H1.700zM1.700 6.300h12.600M6 6.300v7" fill="none" stroke="currentColor" stroke-width="1.500"/>',
  'three-bars': '<path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" stroke-width="1.500"/>', x: '<path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" stroke-width="1.500"/>',
  copy: '<path d="M5 5h8.500v8.500H5zM2.500 10.500v-8h8" fill="none" stroke="currentColor" stroke-width="1.500"/>', smiley: '<circle cx="8" cy="8" r="6.500" fill="none" stroke="currentColor" stroke-width="1.500"/><path d="M5 9.500c1.500 2 4.500 2 6 0" fill="none" stroke="currentColor" stroke-width="1.500"/><circle cx="5.700" cy="6.300" r="1"/><circle cx="10.300" cy="6.300" r="1"/>',
  'mark-demo': '<circle cx="8" cy="8" r="8"/><path d="M4.500 11V5.500L8 8.700l3.500-3.200V11" fill="none" stroke="var(--bgColor-inset)" stroke-width="1.600"/>', person: '<circle cx="8" cy="5" r="2.700" fill="none" stroke="currentColor" stroke-width="1.500"/><path d="M3 14c.5-5 9.500-5 10 0" fill="none" stroke="currentColor" stroke-width="1.500"/>',
} as const;

export type IconName = keyof typeof DRAWN;

export function icon(name: IconName, options: { label?: string; size?: number; className?: string } = {}): Html {
  const { label, size = 16, className = '' } = options;
  const said = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`;
  return raw(`<svg ${said} focusable="false" class="octicon octicon-${name} ${className}" viewBox="0 0 16 16" width="${size}" height="${size}" fill="currentColor">${DRAWN[name]}</svg>`);
}
