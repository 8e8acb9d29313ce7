import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { HostRole } from '../hosts.ts';
import type { SentReply } from '../send.ts';

const FOLDER = new URL('../assets/', import.meta.url);

/** The pages' own files. Scripts are TypeScript modules that are served without their types, under .js or .ts alike. */
export function assetReply(role: HostRole, url: URL): SentReply | undefined {
  const avatar = role.kind === 'avatars' ? url.pathname : /^\/assets\/avatars\/([^/]+)\.svg$/.exec(url.pathname)?.[1];
  if (avatar !== undefined) return reply('image/svg+xml', drawAvatar(decodeURIComponent(avatar)));
  const [, name, kind] = /^\/assets\/([a-z-]+)\.(css|js|ts)$/.exec(url.pathname) ?? [];
  if (name === undefined) return url.pathname.startsWith('/assets/') || url.pathname === '/favicon.ico' ? { status: 404, headers: {}, text: '' } : undefined;
  return readAsset(FOLDER, name, kind ?? '') ?? { status: 404, headers: {}, text: '' };
}

export function readAsset(folder: URL, name: string, kind: string): SentReply | undefined {
  try {
    if (kind === 'css') return reply('text/css; charset=utf-8', readFileSync(new URL(`${name}.css`, folder), 'utf8'));
    return reply('text/javascript; charset=utf-8', stripTypeScriptTypes(readFileSync(new URL(`${name}.ts`, folder), 'utf8')));
  } catch {
    return undefined;
  }
}

const reply = (type: string, text: string): SentReply => ({ status: 200, text, headers: { 'content-type': type, 'cache-control': 'no-store' } });

/** A coloured disc with the initial: a face without a person. */
function drawAvatar(login: string): string {
  const hue = [...login].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 55% 46%)"/><text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${(/[a-z0-9]/i.exec(login)?.[0] ?? '?').toUpperCase()}</text></svg>`;
}
