import { ExternalLink } from './ExternalLink.tsx';

const ADDRESS = /[\s,;:]*(\(\s*)?(https:\/\/[^\s)\]]*[^\s)\].,;:])/;

/** An authority as the core names it: its words, with the address in it, if any, as a link. */
export function Source({ text }: { readonly text: string }) {
  const { words, address } = readSource(text);
  if (address === null) return <>{words}</>;
  return <ExternalLink to={address}>{words === '' ? new URL(address).host : words}</ExternalLink>;
}

/** The words without their address, and without the marks that led to it. `readSource('RICE (https://intercom.com/rice), 2016')` → `{ words: 'RICE, 2016', address: 'https://intercom.com/rice' }` */
export function readSource(text: string): { readonly words: string; readonly address: string | null } {
  const found = ADDRESS.exec(text);
  const [all = '', bracket, address] = found ?? [];
  if (found === null || address === undefined) return { words: text, address: null };
  const rest = text.slice(found.index + all.length);
  return { words: `${text.slice(0, found.index)}${bracket === undefined ? rest : rest.replace(/^\s*\)/, '')}`.trim(), address };
}
