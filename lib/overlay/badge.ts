import type { Badge } from '../core/badge.ts';
import { capitalised } from '../core/capitalised.ts';

export const BADGE = 'waymark-badge';

/** What a badge is drawn from. */
export interface Drawing {
  readonly badge: Badge;
  /** The issue as the page's URL writes it. */
  readonly issue: string;
  readonly place: 'header' | 'row';
}

/**
 * Makes empty badges. Plain elements: custom elements cannot be defined in a content script. Copies of one, since a copy
 * is made by the browser at once, and a page may have many.
 */
export function createBadgeMaker(document: Document, dress: (root: ShadowRoot) => void): () => HTMLElement {
  const template = document.createElement(BADGE);
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaHasPopup = 'dialog';
  button.ariaExpanded = 'false';
  // Our words are English whatever the page speaks: a screen reader says them in their own voice.
  button.lang = 'en';
  // The score speaks for all of it, in words: “48 3 Faster checkout” would say nothing. A label on the button itself would have to repeat what is seen, in its order (WCAG 2.5.3).
  const score = part('score', '');
  score.role = 'img';
  button.append(score);
  template.attachShadow({ mode: 'open', delegatesFocus: true, clonable: true }).append(button);
  return () => {
    // A copy of an HTML element is one.
    const host = template.cloneNode(true) as HTMLElement;
    if (host.shadowRoot) dress(host.shadowRoot);
    return host;
  };
}

/** An earlier life of this extension may have left badges behind. */
export function removeLeftovers(document: Document): void {
  for (const badge of document.querySelectorAll(BADGE)) badge.remove();
}

export function buttonOf(host: Element): HTMLButtonElement | null {
  return host.shadowRoot?.querySelector('button') ?? null;
}

/** Draws the model. Few nodes, since a page may show hundreds. */
export function drawBadge(host: HTMLElement, { badge, issue, place }: Drawing): void {
  set(host, 'issue', issue);
  set(host, 'state', badge.state);
  set(host, 'band', badge.band);
  set(host, 'score', badge.score);
  set(host, 'flags', String(badge.flags));
  set(host, 'roadmap', badge.roadmap?.id);
  // How the item goes is drawn from these alone.
  set(host, 'horizon', badge.roadmap?.horizon);
  set(host, 'health', badge.roadmap?.health);
  set(host, 'goal', badge.goal ? '' : null);
  set(host, 'place', place === 'header' ? place : null);
  const button = buttonOf(host);
  if (!button) return;
  button.title = badge.reason;
  // The tooltip says again much of what the name says.
  button.ariaDescription = badge.more;
  const [score, ...others] = button.children;
  if (!score) return;
  for (const other of others) other.remove();
  score.textContent = scoreText(badge, place);
  // A narrow line can do without words: first without that before the number, then without that behind it, where it may break.
  if (place === 'header' && badge.score !== null) score.replaceChildren(part('word', 'Priority '), part('word', `${badge.score}${badge.band ? ` ·\xa0${capitalised(badge.band)}` : ''}`));
  score.ariaLabel = badge.name;
  if (badge.flags > 0) button.append(silent(`flags ${badge.worst ?? 'watch'}`, flagText(badge, place)));
  if (place === 'row') {
    if (badge.goal) button.append(silent('goal', ''));
  } else if (badge.inSprint) button.append(silent('sprint', badge.goal ? 'Serves the Sprint Goal' : 'In sprint'));
  // Last, since a card cuts it off where there is little room. The tooltip and the card have it whole.
  if (badge.roadmap) button.append(silent('roadmap', roadmapText(badge.roadmap, place)));
  // Beside a title the way to a tag is in sight too.
  else if (place === 'header') button.append(silent('roadmap', '+ Roadmap item'));
}

/** Says that the last answer did not come. The badge keeps what it showed. */
export function drawFailure(host: HTMLElement): void {
  set(host, 'state', 'error');
}

function scoreText({ score, state }: Badge, place: Drawing['place']): string {
  return score ?? (place === 'header' && state === 'unscored' ? 'Unscored' : state === 'error' ? '!' : state === 'loading' ? '·' : '–');
}

function flagText({ flags }: Badge, place: Drawing['place']): string {
  return place === 'row' ? String(flags) : `${flags} risk flag${flags === 1 ? '' : 's'}`;
}

/** Beside a title there is room for words; elsewhere lines and marks say the same. */
function roadmapText({ title, horizon, health }: NonNullable<Badge['roadmap']>, place: Drawing['place']): string {
  return place === 'row' ? cut(title, 26) : [cut(title, 40), horizon && capitalised(horizon), health?.replace('-', ' ')].filter(Boolean).join(' · ');
}

/** No half of an emoji is left over. */
function cut(text: string, length: number): string {
  return [...text].length <= length ? text : `${[...text].slice(0, length - 1).join('').trimEnd()}…`;
}

function part(name: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

/** What the score's name has already said. */
function silent(name: string, text: string): HTMLElement {
  const span = part(name, text);
  span.ariaHidden = 'true';
  return span;
}

function set(element: Element, name: string, value: string | null | undefined): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
