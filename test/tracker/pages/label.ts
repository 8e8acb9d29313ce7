import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html } from './html.ts';

/** A label as GitHub's React pages print it: a link that searches for it, around a coloured token. */
export function labelToken(repository: Repository, name: string): Html {
  const color = repository.labels.get(name.toLowerCase())?.color ?? 'ededed';
  return html`<span class="TokenBase__StyledTokenBase-sc-34ef4fe6-0 label-token" style="${labelStyle(color)}"><span class="TokenTextContainer-sc-690ded13-0 fKvBFZ"><span class="prc-Text-Text-0ima0">${name}</span></span></span>`;
}

export function labelLink(repository: Repository, name: string, className: string): Html {
  return html`<a class="${className} prc-Link-Link-85e08" data-muted="true" href="/${fullName(repository)}/issues?q=${encodeURIComponent(`is:issue state:open label:"${name}"`)}" tabindex="-1">${labelToken(repository, name)}</a>`;
}

/** Light and dark take their shades from the same three numbers, as GitHub's style sheet does. */
export function labelStyle(color: string): string {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `--label-r:${red};--label-g:${green};--label-b:${blue};--label-dark:${((red ?? 0) * 0.2126 + (green ?? 0) * 0.7152 + (blue ?? 0) * 0.0722) / 255 > 0.55 ? 1 : 0}`;
}
