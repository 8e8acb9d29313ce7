import { expect, it } from 'vitest';
import { createLookThrough } from '../../../lib/app/look-through.ts';
import { house, PROJECT } from './house.ts';

it('a look through what is stored happens at most once a life, tells every page only of what it found, and is none the worse for a database that fails', async () => {
  for (const [found, told] of [[async () => 2, 1], [async () => 0, 0], [async () => { throw new Error('closed'); }, 0]] as const) {
    const { ports } = await house();
    let looks = 0;
    const projects: (readonly string[])[] = [];
    const lookThrough = createLookThrough(Promise.resolve({ ...ports, store: { ...ports.store, setOddAside: () => { looks += 1; return found(); } }, changed: (_keys, those) => void projects.push(those) }), navigator.locks);
    await Promise.all([lookThrough(), lookThrough()]);
    await lookThrough();
    expect([looks, projects]).toEqual([1, told === 1 ? [[PROJECT]] : []]);
  }
});
