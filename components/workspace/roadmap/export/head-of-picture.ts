import type { RoadmapAim } from '../../../../lib/core/roadmap/roadmap-item.ts';
import { INKS, line, wrap, type Measure } from './svg.ts';

/** The Product Goal above a picture; without one, that it is a roadmap. */
export function headOfPicture({ productGoal }: RoadmapAim, width: number, measure: Measure): { part: string; height: number } {
  const lines = wrap(productGoal === '' ? 'Roadmap' : productGoal, width - 32, INKS.goal, measure, 2);
  return { part: lines.map((words, at) => line(16, 30 + at * 28, words, INKS.goal)).join(''), height: 32 + lines.length * 28 };
}
