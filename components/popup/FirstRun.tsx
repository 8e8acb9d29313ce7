import { ExternalLink } from '../ui/ExternalLink.tsx';

interface Props {
  readonly hasToken: boolean;
  onOptions(): void;
}

/** Nothing has been opened yet: what to do now, in the popup and in the workspace. */
export function FirstRun({ hasToken, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Open a repository’s issues, or a Jira board</h2>
      <p>Every issue there says how much it matters, where it is going and what can go wrong. The toolbar’s popup says what the sprint is for. Nothing needs to be set up.</p>
      <ol className="steps">
        <li>Open the issues of any public repository, <ExternalLink to="https://github.com/huggingface/datasets/issues">for instance this one</ExternalLink>.</li>
        <li>Or open a board or a backlog in your Jira: Waymark reads it by your browser’s sign-in.</li>
        <li>Click a badge to see why its score is what it is, and to tag the issue to a roadmap item.</li>
        {!hasToken && <li><button type="button" className="button button-link" onClick={onOptions}>Add a token</button> for private repositories, 5,000 requests an hour and tags that your team sees, or to read a Jira site as somebody else.</li>}
      </ol>
    </section>
  );
}
