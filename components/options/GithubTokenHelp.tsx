import { ExternalLink } from '../ui/ExternalLink.tsx';

/** GitHub fills its forms in from their addresses; a server that does not know how leaves them empty. */
const FILLED_IN = { fine: 'name=Waymark&description=Priorities%2C+roadmap+and+Sprint+Goal&issues=write', classic: 'description=Waymark&scopes=repo' };

/** Which token of GitHub, with which permissions exactly, and where to make it. */
export function GithubTokenHelp({ host }: { readonly host: string }) {
  return (
    <details className="token-help">
      <summary>Which token{host === 'github.com' ? '' : ' of GitHub'}, with which permissions?</summary>
      <dl>
        <dt><ExternalLink to={`https://${host}/settings/personal-access-tokens/new?${FILLED_IN.fine}`}>Fine-grained token</ExternalLink> (recommended)</dt>
        <dd>Choose the repositories, and see that it has <strong>Issues: Read and write</strong>; <strong>Metadata: Read</strong> comes with it. To read without writing, Issues: Read is enough: tags and goals then stay in this browser. If your team plans in iterations of an organisation’s Project, add the organisation permission <strong>Projects: Read</strong>.</dd>
        <dt><ExternalLink to={`https://${host}/settings/tokens/new?${FILLED_IN.classic}`}>Classic token</ExternalLink></dt>
        <dd>Scope <span className="code">repo</span> for private repositories, or <span className="code">public_repo</span> for public ones only. For iterations of Projects, a person’s own among them, add <span className="code">read:project</span>. Some organisations forbid classic tokens.</dd>
        <dt>An organisation with single sign-on</dt>
        <dd>Authorise the token for it after making it: “Configure SSO” beside the token.</dd>
      </dl>
    </details>
  );
}
