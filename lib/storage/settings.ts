import { DEFAULT_THRESHOLDS } from '../core/risk/thresholds.ts';
import type { Connection } from './connection.ts';
import type { AnyTransaction } from './database.ts';
import type { SettingsRow } from './rows.ts';
import type { Store } from './store.ts';

/** What holds until a person says otherwise. The browser's own time zone: most teams sit in one. */
export function standardSettings(): SettingsRow {
  return {
    id: 'settings',
    model: 'signals',
    weights: {},
    thresholds: DEFAULT_THRESHOLDS,
    calendar: { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, weekend: [0, 6], holidays: [] },
    pickedSprint: {},
    mutedRules: [],
  };
}

/** The settings as one transaction sees them. */
export async function readSettings(transaction: AnyTransaction, standard: SettingsRow): Promise<SettingsRow> {
  return { ...standard, ...(await transaction.objectStore('settings').get('settings')) };
}

export function settingsStore(connection: Connection, standard: SettingsRow): Pick<Store, 'settings' | 'standardSettings' | 'amendSettings'> {
  return {
    settings: () => connection.read(['settings'], (transaction) => readSettings(transaction, standard)),
    standardSettings: () => Promise.resolve(standard),
    amendSettings: (amend) => connection.write(['settings'], async (transaction) => {
      await transaction.objectStore('settings').put(amend(await readSettings(transaction, standard)));
    }),
  };
}
