import { GithubTokenHelp } from './GithubTokenHelp.tsx';
import { JiraTokenHelp } from './JiraTokenHelp.tsx';
import type { SignIn, SiteKind } from './sign-in.ts';

interface Props {
  readonly host: string;
  readonly context: string;
  readonly kind: SiteKind;
  readonly way: SignIn;
}

/** What the chosen way in needs: which token, with which permissions exactly, and where to make it. */
export function TokenHelp({ host, context, kind, way }: Props) {
  const builtIn = host === 'github.com' || host.endsWith('.atlassian.net');
  return (
    <>
      {kind !== 'github' && way !== 'session' && <JiraTokenHelp host={host} context={context} way={way} />}
      {(kind === 'github' || (kind === 'unknown' && way === 'token')) && <GithubTokenHelp host={host} />}
      {!builtIn && <p className="muted">Your browser will ask whether Waymark may work on {host}. It asks for no other site.{kind === 'unknown' && ' Then the site itself is asked what it is.'}</p>}
    </>
  );
}
