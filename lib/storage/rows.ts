/** What the database keeps, by subject. */
export type * from './rows/issue.ts';
export type * from './rows/own.ts';
export type * from './rows/roadmap.ts';
export type * from './rows/site.ts';
export type * from './rows/sprint.ts';
export type * from './rows/write.ts';
