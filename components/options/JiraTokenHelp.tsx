import { ExternalLink } from '../ui/ExternalLink.tsx';
import type { SignIn } from './sign-in.ts';

interface Props {
  readonly host: string;
  readonly context: string;
  readonly way: Exclude<SignIn, 'session'>;
}

const PAT_PAGE = '/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens';
/** Reading issues, boards and sprints; then writing labels and goals. */
const SCOPES = ['read:jira-work', 'read:jira-user', 'read:board-scope:jira-software', 'read:board-scope.admin:jira-software', 'read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira', 'read:project:jira', 'write:jira-work', 'write:sprint:jira-software'];

/** Which token of Jira, what its account must be allowed, and where to make it. */
export function JiraTokenHelp({ host, context, way }: Props) {
  return (
    <details className="token-help">
      <summary>Which token of Jira, with which permissions?</summary>
      <dl>
        {way === 'api-token' ? (
          <>
            <dt><ExternalLink to="https://id.atlassian.com/manage-profile/security/api-tokens">API token of your Atlassian account</ExternalLink></dt>
            <dd>“Create API token” makes one with your own rights. One “with scopes” works too; it needs{SCOPES.map((scope) => <span key={scope}> <span className="code">{scope}</span></span>)}. Without the two that write, tags and goals stay in this browser. To keep the roadmap in a Jira project it needs <span className="code">manage:jira-project</span> too.</dd>
          </>
        ) : (
          <>
            <dt><ExternalLink to={`https://${host}${context}${PAT_PAGE}`}>Personal access token of Jira Data Center</ExternalLink></dt>
            <dd>In your profile, under “Personal Access Tokens”. It has your own rights.</dd>
          </>
        )}
        <dt>In each project</dt>
        <dd><strong>Browse projects</strong> to read, <strong>Edit issues</strong> for tags that the team sees, <strong>Manage sprints</strong> for the Sprint Goal, <strong>Administer projects</strong> only to keep the roadmap there.</dd>
      </dl>
    </details>
  );
}
