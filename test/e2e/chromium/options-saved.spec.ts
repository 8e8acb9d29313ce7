import { expect, test } from '@playwright/test';
import { launch, type Waymark } from '../waymark.ts';
import { openWithSlowAnswers } from './slow-answers.ts';

let waymark: Waymark;
test.beforeAll(async () => { waymark = await launch(); });
test.afterAll(() => waymark?.close());

test('what is changed while settings are being saved, or not read back yet, goes on from what was saved', async () => {
  const options = await openWithSlowAnswers(waymark, 'options.html', { saveSettings: 600, options: 1500 });
  const weight = (name: string) => options.getByLabel(`Weight of ${name} as a number`);
  const save = options.getByRole('button', { name: 'Save changes' });
  await weight('Demand').fill('90');
  await save.press('Enter');
  await weight('Severity').fill('31');
  // The first save is over once it is said; the bar is about the second change.
  await expect(options.getByText('Saved.', { exact: true })).toBeAttached();
  await expect(weight('Demand')).toHaveValue('90');
  await expect(weight('Severity')).toHaveValue('31');
  await save.press('Enter');
  await expect(save).toHaveCount(0);
  // Long before what was saved has been read back.
  expect([await weight('Demand').inputValue(), await weight('Severity').inputValue()]).toEqual(['90', '31']);
  await weight('Urgency').fill('12');
  await save.press('Enter');
  await expect(save).toHaveCount(0);
  await expect.poll(async () => (await waymark.ask('options', null)).settings.weights).toEqual({ signals: { demand: 90, severity: 31, urgency: 12 } });
  await options.close();
});
