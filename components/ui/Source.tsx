import { ExternalLink } from './ExternalLink.tsx';

const ADDRESS = /https:\/\/[^\s)\]]+/;

/** An authority as the core names it: its words, with the address in it, if any, as a link. */
export function Source({ text }: { readonly text: string }) {
  const address = ADDRESS.exec(text)?.[0];
  if (address === undefined) return <>{text}</>;
  const words = text.replace(address, '').replace(/[\s,;:(]*\)?$/, '').trim();
  return <ExternalLink to={address}>{words === '' ? new URL(address).host : words}</ExternalLink>;
}
