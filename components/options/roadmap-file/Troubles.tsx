import type { FileTrouble } from '../../../lib/core/roadmap/file/roadmap-file.ts';

interface Props {
  readonly title: string;
  readonly troubles: readonly FileTrouble[];
}

/** What is wrong in a file, each with its place; nothing for none. */
export function Troubles({ title, troubles }: Props) {
  if (troubles.length === 0) return null;
  return (
    <ul className="bullets" aria-label={title}>
      {troubles.map(({ line, column, sentence }) => <li key={`${line}:${column} ${sentence}`}>Line {line}, column {column}: {sentence}</li>)}
    </ul>
  );
}
