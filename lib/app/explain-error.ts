import { permissionWords } from '../core/permission-words.ts';
import type { Problem } from '../messaging/messages.ts';
import type { TrackerError } from '../trackers/tracker.ts';
import { signInLink, type Site } from './site.ts';
import { clockTime } from './wording.ts';

/**
 * A tracker's refusal as a sentence and what to do now.
 *
 * @example explainError({ kind: 'offline' }, { host: 'github.com', tracker: 'github', signIn: 'none', context: '' }, 0) // → { kind: 'offline', sentence: 'github.com could not be reached.', action: '…' }
 */
export function explainError(error: TrackerError, site: Site, now: number): Problem {
  const { host, tracker, signIn } = site;
  switch (error.kind) {
    case 'learning':
      return { kind: error.kind, sentence: `Waymark is getting to know ${host}.`, action: 'It goes on by itself.' };
    case 'offline':
      return { kind: error.kind, sentence: `${host} could not be reached.`, action: 'What you see is the last known state. Waymark tries again by itself.' };
    case 'rate-limited':
      return {
        kind: error.kind,
        sentence: `${host} asks Waymark to wait until ${clockTime(error.until, now)}.`,
        action: tracker === 'github' && signIn === 'none' ? 'A token raises the limit from 60 to 5,000 requests an hour.' : 'Nothing is lost: reading goes on by itself then.',
      };
    case 'unauthorised':
      if (signIn !== 'token' && tracker === 'jira') return signedOut(site);
      return { kind: error.kind, sentence: `${host} no longer accepts the token.`, action: 'Give a new one in the options. Tags made meanwhile are kept and written afterwards.' };
    case 'forbidden':
      return {
        kind: error.kind,
        sentence: error.missing ? `${bearer(site)} lacks a permission: ${permissionWords(error.missing)}.` : `${host} does not allow this: ${error.reason}`,
        action: error.authoriseAt ? 'The organisation wants the token authorised for it first.' : tracker === 'jira' ? 'An administrator of the project can give it.' : 'Ask somebody with the right, or use another token.',
        ...(error.authoriseAt && { link: { to: error.authoriseAt, words: 'Authorise it' } }),
      };
    case 'not-found':
    case 'gone':
      return { kind: error.kind, ...notFound(site) };
    case 'page-limit':
      return { kind: error.kind, sentence: `${host} ended a long list early.`, action: 'Waymark goes on from where it was.' };
    case 'server':
      return { kind: error.kind, sentence: `${host} had an error (${error.status}).`, action: 'Waymark tries again by itself.' };
    case 'changed-shape':
      if (error.page) return { kind: error.kind, sentence: `A web page came instead of an answer from ${host}.`, action: 'A network’s sign-in page or a proxy may stand between. Open the site in a tab to see; Waymark tries again by itself.' };
      return { kind: error.kind, sentence: `${host} answered something that Waymark cannot read.`, action: 'If it stays so, copy the diagnostics in the options and report it.' };
  }
}

/** Waymark reads with the browser's own session, and there is none: not the one of a private window or a container, which the browser gives to no extension. */
export function signedOut(site: Site): Problem {
  return { kind: 'signed-out', sentence: `You are not signed in to ${site.host} in this browser.`, action: 'Sign in there, in an ordinary tab: a private window or a container keeps its sign-in to itself. What was tagged meanwhile is kept.', link: signInLink(site) };
}

function notFound({ tracker, signIn }: Site): Omit<Problem, 'kind'> {
  if (tracker === 'jira') return { sentence: `${{ none: 'Whoever is not signed in', session: 'Your account', token: 'The token' }[signIn]} cannot see this, or it does not exist.`, action: 'It needs the permission “Browse projects” in this project.' };
  return { sentence: signIn === 'none' ? 'This is private or does not exist.' : 'The token cannot see this, or it does not exist.', action: 'A token that may read it shows it here.' };
}

const bearer = ({ host, signIn }: Site): string => (signIn === 'session' ? `Your account on ${host}` : `The token for ${host}`);
