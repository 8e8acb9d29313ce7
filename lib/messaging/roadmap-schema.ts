import * as z from 'zod/mini';
import { plainDate as readDate } from '../core/work-calendar.ts';
import type { PlainDate } from '../core/time.ts';

export const text = (max: number) => z.string().check(z.maxLength(max));
export const itemId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,41}$/));
export const horizon = z.enum(['now', 'next', 'later']);
const date = z.custom<PlainDate>((value) => typeof value === 'string' && readDate(value) !== null);
const risk = z.exactOptional(z.enum(['open', 'tested', 'retired']));
const name = z.exactOptional(text(300));

export const itemWindow = z.object({ from: z.nullable(date), to: z.nullable(date) });
export const aim = z.object({ vision: text(2000), productGoal: text(2000) });

/** A roadmap item as it may come from outside: a page of ours, or a file. */
export const roadmapItemWish = z.object({
  id: itemId,
  title: text(200),
  outcome: text(2000),
  measure: z.exactOptional(z.object({ name: text(200), from: text(100), to: text(100), by: z.nullable(date) })),
  horizon: z.nullable(horizon),
  window: z.exactOptional(itemWindow),
  theme: z.exactOptional(text(100)),
  owner: z.exactOptional(text(100)),
  declared: z.exactOptional(z.object({ health: z.enum(['inactive', 'on-track', 'at-risk', 'off-track', 'complete']), note: text(1000), on: z.nullable(date) })),
  confidence: z.exactOptional(z.number().check(z.minimum(0), z.maximum(100))),
  risks: z.exactOptional(z.object({ value: risk, usability: risk, feasibility: risk, viability: risk })),
  links: z.exactOptional(z.array(z.object({ title: text(200), url: z.string().check(z.maxLength(2000), z.regex(/^https:\/\//)) })).check(z.maxLength(50))),
  belongs: z.exactOptional(z.array(z.object({ label: name, milestone: name, parent: name, version: name, project: name })).check(z.maxLength(50))),
  dropped: z.exactOptional(z.boolean()),
  formerIds: z.exactOptional(z.array(itemId).check(z.maxLength(200))),
});
