import { ExternalLink } from '../ui/ExternalLink.tsx';

interface Props {
  readonly hasToken: boolean;
  onOptions(): void;
}

/** Nothing has been opened yet: what to do now. */
export function FirstRun({ hasToken, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Open a repository’s issues</h2>
      <p>Waymark puts a score, its risk flags and its roadmap item on every issue in the list, and the Sprint Goal here.</p>
      <ol className="steps">
        <li>Open the issues of any public repository, <ExternalLink to="https://github.com/huggingface/datasets/issues">for instance this one</ExternalLink>. Nothing needs to be set up.</li>
        <li>Click a badge to see why the score is what it is.</li>
        {!hasToken && <li><button type="button" className="button button-link" onClick={onOptions}>Add a token</button> for private repositories, 5,000 requests an hour and shared tags.</li>}
      </ol>
    </section>
  );
}
