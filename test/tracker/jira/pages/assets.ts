import { readAsset } from '../../pages/assets.ts';
import type { SentReply } from '../../send.ts';
import { hashSelectors } from './classes.ts';
import { imageReply } from './images.ts';

const FOLDER = new URL('../assets/', import.meta.url);
/** Pieces that behave alike on both trackers' pages come from the other one's folder. */
const SHARED = new URL('../../assets/', import.meta.url);

/** Style sheets, scripts and pictures; Data Center has them below `/s/`. */
export function jiraAssetReply(path: string): SentReply | undefined {
  const image = imageReply(path);
  if (image) return image;
  const [, name, kind] = /^(?:\/s)?\/assets\/([a-z-]+)\.(css|js|ts)$/.exec(path) ?? [];
  if (name === undefined || kind === undefined) return undefined;
  const asset = readAsset(FOLDER, name, kind) ?? readAsset(SHARED, name, kind);
  return asset && (kind === 'css' ? { ...asset, text: hashSelectors(asset.text) } : asset);
}
