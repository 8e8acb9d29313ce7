import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step from the former version of the database to this one. It runs inside the version change, so it must await nothing but the database,
 * and it sees rows as the former version wrote them: no type of today describes them.
 */
export interface Migration {
  readonly version: number;
  up(database: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>): void | Promise<void>;
}

const found = import.meta.glob<Migration>('./migrations/*.ts', { eager: true, import: 'default' });

/** Every migration in order; a gap or a double is a programming error that must never reach a user's database. */
export const migrations: readonly Migration[] = Object.keys(found).sort().map((path, index) => {
  const migration = found[path];
  if (migration?.version !== index + 1) throw new Error(`${path} must have version ${index + 1}: migrations are numbered without gaps`);
  return migration;
});
