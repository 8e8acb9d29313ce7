import type { MessageSender } from '../messaging/trust.ts';

/**
 * Whether a page shows issues of anybody's repositories in passing, so that none is followed for it: GitHub's search. The address is the one that the browser gives the tab;
 * Chrome's of a message is still that of before a soft navigation.
 *
 * @example isInPassing({ …, tabUrl: 'https://github.com/search?q=checkout&type=issues' }) // → true
 */
export function isInPassing({ tabUrl = '' }: MessageSender): boolean {
  return /^https:\/\/[^/]+\/search\?/.test(tabUrl);
}
