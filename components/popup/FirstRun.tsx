import { ExternalLink } from '../ui/ExternalLink.tsx';

interface Props {
  readonly hasToken: boolean;
  onOptions(): void;
}

/** Nothing has been opened yet: what to do now. */
export function FirstRun({ hasToken, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Open a repository’s issues, or a Jira board</h2>
      <p>Waymark puts a score, its risk flags and its roadmap item on every issue that it lists, and the Sprint Goal here. Nothing needs to be set up.</p>
      <ol className="steps">
        <li>Open the issues of any public repository, <ExternalLink to="https://github.com/huggingface/datasets/issues">for instance this one</ExternalLink>.</li>
        <li>Or open a board or a backlog of your Jira: where you are signed in, Waymark reads it as you.</li>
        <li>Click a badge to see why the score is what it is.</li>
        {!hasToken && <li><button type="button" className="button button-link" onClick={onOptions}>Add a token</button> for private repositories, 5,000 requests an hour and shared tags, or a Jira site under a name of its own.</li>}
      </ol>
    </section>
  );
}
