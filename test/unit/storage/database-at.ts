import { type IDBPDatabase, openDB } from 'idb';
import { type Migration, migrations } from '../../../lib/storage/migration.ts';

/** The database as the version of that number left it. */
export function databaseAt(version: number): Promise<IDBPDatabase> {
  return openDB('test', version, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      for (const migration of migrations.slice(oldVersion, version)) await migration.up(database, transaction as Parameters<Migration['up']>[1]);
    },
  });
}
