import { html, type Html } from './html.ts';

export function relativeTime(at: string, now: Date): Html {
  return html`<relative-time datetime="${at.replace('Z', '.000Z')}" title="${new Date(at).toUTCString()}" class="no-wrap">${words(at, now)}</relative-time>`;
}

function words(at: string, now: Date): string {
  const minutes = (now.getTime() - Date.parse(at)) / 60_000;
  if (minutes < 60) return `${Math.max(1, Math.round(minutes))} minutes ago`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} hours ago`;
  if (minutes < 30 * 24 * 60) return minutes < 36 * 60 ? 'yesterday' : `${Math.round(minutes / 1440)} days ago`;
  return `on ${day(at)}`;
}

export const day = (at: string): string => new Date(at).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
