import type { PlaygroundState } from './playground-state.ts';

interface Props {
  readonly states: readonly PlaygroundState[];
  readonly selected: string | null;
  readonly theme: string | null;
}

/** Every view in every state and theme, without an account. */
export function Playground({ states, selected, theme }: Props) {
  const one = states.find((state) => state.id === selected);
  // The rooms of our own pages bring their own main landmark; the card stands in a tracker's.
  const Stage = one?.room === 'card' ? 'main' : 'div';
  if (one !== undefined) return <Stage className={`stage stage-${one.room}`}>{one.view()}</Stage>;
  const suffix = theme === null ? '' : `&theme=${theme}`;
  return (
    <main className="waymark gallery">
      <h1>Playground</h1>
      <p>
        Theme: <a href="?theme=light">light</a> · <a href="?theme=dark">dark</a> · <a href="?">as the system</a>
      </p>
      {(['card', 'popup', 'options', 'workspace'] as const).map((room) => (
        <section key={room}>
          <h2>{room}</h2>
          <ul>{states.filter((state) => state.room === room).map((state) => <li key={state.id}><a href={`?state=${state.id}${suffix}`}>{state.title}</a> <span className="muted">{state.id}</span></li>)}</ul>
        </section>
      ))}
    </main>
  );
}
