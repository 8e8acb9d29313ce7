import type { RoadmapFileView } from '../../lib/messaging/roadmap-file-messages.ts';
import { project } from './issues.ts';

const file: RoadmapFileView = {
  project, name: 'acme/shop', keptAs: 'file', followed: true, failure: null, team: { thresholds: { idleDays: 4 }, weights: { signals: { demand: 9 } }, model: 'signals' }, place: { path: '.github/waymark.yml', branch: null }, url: 'https://github.com/acme/shop/blob/HEAD/.github/waymark.yml', state: 'good',
  items: ['faster-checkout', 'gift-cards', 'better-search'], errors: [], warnings: [{ line: 36, column: 5, sentence: 'Waymark does not know “budget” in Entry 2 of “items” and leaves it as it is. It knows: id, title, outcome.' }],
  differs: [
    { kind: 'item', id: 'item:better-search:plan', sentence: '“Better search” differs from the team’s in plan: now here, later there.', here: 'now', there: 'later', contested: true, usual: false },
    { kind: 'item', id: 'item:kiosk', sentence: '“Kiosk” is only in this browser.', here: 'Kiosk', there: '', contested: false, usual: true },
    { kind: 'setting', id: 'setting:thresholds.idleDays', sentence: 'No movement after differs from the team’s: 8 here, 4 there.', here: '8', there: '4', contested: false, usual: false },
  ],
  proposals: [
    { branch: 'waymark/roadmap-2fh1x', title: 'Move search to Now', state: 'sending', url: null, failure: null },
    { branch: 'waymark/roadmap-9ab3c', title: 'Add gift cards', state: 'done', url: 'https://github.com/acme/shop/pull/361', failure: null },
    { branch: 'waymark/roadmap-77d0e', title: 'Drop the kiosk', state: 'failed', url: null, failure: 'github.com does not let you write here (missing: Contents: read and write): get that permission, then propose it again.' },
  ],
};

export const goodFile = file;
export const brokenFile: RoadmapFileView = {
  ...file, state: 'broken', differs: [], warnings: [], proposals: [],
  errors: [{ line: 34, column: 14, sentence: '“horizon” of Entry 2 of “items” must be one of now, next, later.' }, { line: 41, column: 5, sentence: '“title” is given twice in Entry 3 of “items”: keep one.' }],
};
export const absentFile: RoadmapFileView = { ...file, state: 'absent', items: [], differs: [], warnings: [], proposals: [] };
export const fileDiff = '--- a/.github/waymark.yml\n+++ b/.github/waymark.yml\n@@ -31,7 +31,7 @@\n \n   - id: better-search   # nothing yet\n     title: Better search\n-    horizon: later\n+    horizon: now\n     window: {from: 2027-01-01, to: 2027-03-31}\n';
