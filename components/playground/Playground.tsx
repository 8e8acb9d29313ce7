import type { PlaygroundState } from './playground-state.ts';

interface Props {
  readonly states: readonly PlaygroundState[];
  readonly selected: string | null;
  readonly theme: string | null;
}

/** Every view in every state and theme, without an account. */
export function Playground({ states, selected, theme }: Props) {
  const one = states.find((state) => state.id === selected);
  if (one !== undefined) return <main className={`stage stage-${one.room}`}>{one.view()}</main>;
  const suffix = theme === null ? '' : `&theme=${theme}`;
  return (
    <main className="waymark gallery">
      <h1>Playground</h1>
      <p>
        Theme: <a href="?theme=light">light</a> · <a href="?theme=dark">dark</a> · <a href="?">as the system</a>
      </p>
      {(['card', 'popup', 'options'] as const).map((room) => (
        <section key={room}>
          <h2>{room}</h2>
          <ul>{states.filter((state) => state.room === room).map((state) => <li key={state.id}><a href={`?state=${state.id}${suffix}`}>{state.title}</a> <span className="muted">{state.id}</span></li>)}</ul>
        </section>
      ))}
    </main>
  );
}
