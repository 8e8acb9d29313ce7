import { ExternalLink } from './ExternalLink.tsx';
import { readSource } from './Source.tsx';

/** A sentence of the worker's; the address in it, if any, becomes the way there behind it: written out, and read out, it would be a row of letters. */
export function Linked({ text }: { readonly text: string }) {
  const { words, address } = readSource(text);
  return address === null ? <>{words}</> : <>{words} <ExternalLink to={address}>Open {new URL(address).host}</ExternalLink></>;
}
