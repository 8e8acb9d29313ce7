import { capitalised } from '../../lib/core/capitalised.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { ConnectionView, Problem } from '../../lib/messaging/messages.ts';
import { CheckIcon, NoteIcon, RiskIcon } from '../ui/icons.tsx';
import { ageInWords, waitInWords } from '../ui/wording/age.ts';

/** How it stands with a connection, as a word and a sign. */
export function stateOf({ state, signIn, tracker }: Pick<ConnectionView, 'state' | 'signIn' | 'tracker'>): { words: string; Icon: typeof NoteIcon } {
  const session = signIn === 'session';
  switch (state) {
    case 'ok': return { words: session ? 'Signed in' : 'Works', Icon: CheckIcon };
    case 'unauthorised': return { words: session ? 'Signed out' : 'Token refused', Icon: RiskIcon };
    case 'unchecked': return { words: 'Not checked yet', Icon: NoteIcon };
    case 'anonymous': return { words: tracker === 'jira' ? 'Not signed in' : 'No token', Icon: NoteIcon };
  }
}

/** `siteInWords({tracker: 'jira', flavour: 'data-center'})` → `Jira Data Center` */
export function siteInWords({ tracker, flavour }: Pick<ConnectionView, 'tracker' | 'flavour'>): string {
  if (tracker === 'github') return 'GitHub';
  return flavour === null ? 'Jira' : flavour === 'cloud' ? 'Jira Cloud' : 'Jira Data Center';
}

/** Who signs in how, until when, and what is left of the allowance. */
export function aboutConnection({ login, tokenKind, tracker, signIn, expiresAt, checkedAt, allowance }: ConnectionView, now: Instant): string {
  const parts = [
    login === null ? null : `Signed in as ${login}`,
    signIn === 'session' ? 'your browser’s own sign-in, no token' : signIn === 'none' && tracker === 'jira' ? 'reads what is shown to everybody' : tokenKind === null ? null : tokenKind === 'other' ? 'token' : `${tokenKind} token`,
    expiresAt === null ? null : expiresAt < now ? 'expired' : `expires ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(expiresAt)}`,
    checkedAt === null ? null : `checked ${ageInWords(checkedAt, now)}`,
    allowance === null ? null : `${allowance.remaining.toLocaleString('en')} of ${allowance.limit.toLocaleString('en')} requests left, full again ${waitInWords(allowance.resetAt, now)}`,
  ].filter((part) => part !== null);
  const text = parts.join(' · ') || 'Reads public repositories anonymously.';
  return capitalised(text);
}

/** The permissions that are not there, and what that means. */
export function lackOf({ missing, signIn }: Pick<ConnectionView, 'missing' | 'signIn'>): Pick<Problem, 'sentence' | 'action'> {
  return { sentence: `${signIn === 'session' ? 'Your account' : 'The token'} lacks: ${missing.join(', ')}.`, action: 'Until it has that, tags and goals stay in this browser.' };
}

/** The projects in which nothing may be changed, each with its reason; `null` where there is none. Of many the first three. */
export function readOnlyIn(projects: ConnectionView['projects']): Pick<Problem, 'sentence' | 'action'> | null {
  const reasons = projects.flatMap(({ readOnly }) => readOnly ?? []);
  if (reasons.length === 0) return null;
  const more = reasons.length > 3 ? `; and ${reasons.length - 3} more` : '';
  return { sentence: `${capitalised(reasons.slice(0, 3).join('; '))}${more}.`, action: 'Tags and goals made there stay in this browser. Once that is mended, test again.' };
}

/** What a token would have to be allowed so that iterations of Projects are sprints too: `planningLack('read:project')` → `The token may not read Projects, so milestones alone are sprints. …` */
export function planningLack(needs: string): string {
  const how = needs === 'organization_projects=read' ? 'Give it the organisation permission “Projects: read”' : needs === 'read:project' ? 'Give it the scope “read:project”' : needs === 'sso' ? 'Authorise it for the organisation (“Configure SSO” beside it in your token settings)' : `Give it ${needs}`;
  return `The token may not read Projects, so milestones alone are sprints. ${how} if your team plans in iterations.`;
}
