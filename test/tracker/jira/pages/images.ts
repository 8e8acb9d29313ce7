import type { SentReply } from '../../send.ts';

/** Pictures that pages and API answers point to: faces, types of issue, priorities. */
export function imageReply(path: string): SentReply | undefined {
  const person = /^\/(?:secure\/useravatar|avatar)\/([^/]+)$/.exec(path)?.[1];
  if (person !== undefined) return svg(drawFace(decodeURIComponent(person)));
  const type = /^\/rest\/api\/\d\/universal_avatar\/view\/type\/(issuetype|project)\/avatar\/([^/]+)$/.exec(path);
  if (type) return svg(type[1] === 'project' ? drawProject(type[2] ?? '') : drawType(type[2] ?? ''));
  const priority = /^\/images\/icons\/priorities\/([a-z]+)_new\.svg$/.exec(path)?.[1];
  return priority === undefined ? undefined : svg(drawPriority(priority));
}

export const faceOf = (name: string): string => `/avatar/${encodeURIComponent(name)}`;
export const typeImage = (name: string): string => `/rest/api/2/universal_avatar/view/type/issuetype/avatar/${encodeURIComponent(name.toLowerCase())}`;
export const projectImage = (key: string): string => `/rest/api/2/universal_avatar/view/type/project/avatar/${key}`;

/** Jira's own five pictures, by what sites call their priorities. */
const PRIORITIES = { critical: ['highest', 'blocker', 'critical', 'p1'], major: ['high', 'major', 'p2'], medium: ['medium', 'p3'], minor: ['low', 'minor', 'p4'], trivial: ['lowest', 'trivial', 'p5'] };

export function priorityImage(name: string): string {
  const known = Object.entries(PRIORITIES).find(([, names]) => names.includes(name.toLowerCase()))?.[0];
  return `/images/icons/priorities/${known ?? 'medium'}_new.svg`;
}

const svg = (drawing: string): SentReply => ({
  status: 200, text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawing}</svg>`, headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=600' },
});

function drawFace(name: string): string {
  const initials = name.split(/[\s.-]+/).map((part) => /[a-z0-9]/i.exec(part)?.[0] ?? '').join('').slice(0, 2).toUpperCase() || '?';
  return `<rect width="16" height="16" fill="hsl(${hueOf(name)} 52% 42%)"/><text x="8" y="10.700" font-family="sans-serif" font-weight="600" font-size="7" fill="#fff" text-anchor="middle">${initials}</text>`;
}

const drawProject = (key: string): string => `<rect width="16" height="16" rx="3" fill="hsl(${hueOf(key)} 60% 50%)"/><text x="8" y="11.500" font-family="sans-serif" font-weight="700" font-size="10" fill="#fff" text-anchor="middle">${/[A-Za-z]/.exec(key)?.[0] ?? 'P'}</text>`;

function drawType(name: string): string {
  const tile = (color: string, sign: string): string => `<rect width="16" height="16" rx="3" fill="${color}"/>${sign}`;
  if (name === 'epic') return tile('#964ac0', '<path d="M9.500 2.500l-5 6h3l-1 5 5-6h-3z" fill="#fff"/>');
  if (name === 'bug') return tile('#e2483d', '<circle cx="8" cy="8" r="3.500" fill="#fff"/>');
  if (name === 'story' || name === 'feature') return tile('#6a9a23', '<path d="M5 3.500h6v9L8 10l-3 2.500z" fill="#fff"/>');
  if (/^sub-?task$/.test(name)) return tile('#4688ec', '<path d="M4 4h5v5H4z" fill="none" stroke="#fff" stroke-width="1.500"/><path d="M8 8h4.500v4.500H8z" fill="#fff"/>');
  if (name === 'spike') return tile('#e06c00', '<path d="M8 3v10M3 8h10" stroke="#fff" stroke-width="1.800"/>');
  return tile('#4688ec', '<path d="M4 8.300l2.700 2.700L12 5.500" fill="none" stroke="#fff" stroke-width="1.900"/>');
}

function drawPriority(name: string): string {
  const chevron = (color: string, ...tops: number[]): string => tops.map((top) => `<path d="M3 ${top + 3}l5-3 5 3" fill="none" stroke="${color}" stroke-width="2"/>`).join('');
  const down = (color: string, ...tops: number[]): string => tops.map((top) => `<path d="M3 ${top}l5 3 5-3" fill="none" stroke="${color}" stroke-width="2"/>`).join('');
  if (name === 'critical') return chevron('#c9372c', 4, 8);
  if (name === 'major') return chevron('#c9372c', 6);
  if (name === 'minor') return down('#357de8', 6);
  return name === 'trivial' ? down('#357de8', 4, 8) : '<path d="M3 6h10M3 10h10" stroke="#e06c00" stroke-width="2"/>';
}

const hueOf = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 11);
