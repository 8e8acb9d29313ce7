import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { CLOUD, MAYA, searchUrl } from '../unit/tracker/jira/asking.ts';
import { ask } from '../unit/tracker/ask.ts';
import { complaints, readDescription } from './openapi.ts';

const FOLDER = '../shared/corpus/contracts/jira';
const present = existsSync(FOLDER);
if (!present) console.log(`Skipped: ${FOLDER} is not here.`);

// Came after the descriptions were taken; jira.js has met them on a live site.
const SINCE = /: (?:untranslatedName|defaultLocale) is not described$/;
const told = (sentences: readonly string[]): string[] => [...new Set(sentences.filter((sentence) => !SINCE.test(sentence)))];

describe.skipIf(!present)('what the demo’s Cloud answers is what Atlassian’s own descriptions say', () => {
  let tracker: DemoTracker;
  beforeAll(async () => void (tracker = await startTracker()));
  afterAll(() => tracker.close());

  it('of the platform, version 3', async () => {
    const description = readDescription(`${FOLDER}/platform-v3.2025-09.json`);
    const asked: readonly (readonly [path: string, url: string, body?: unknown])[] = [
      ['/rest/api/3/search/jql', searchUrl('project in (SHOP, MOBI)', { fields: '*all', expand: 'names,schema,changelog', maxResults: '100', properties: 'waymark' })],
      ['/rest/api/3/issue/{issueIdOrKey}', `${CLOUD}/rest/api/3/issue/SHOP-20?expand=changelog,names,schema`],
      ['/rest/api/3/issue/{issueIdOrKey}/changelog', `${CLOUD}/rest/api/3/issue/SHOP-20/changelog`],
      ['/rest/api/3/changelog/bulkfetch', `${CLOUD}/rest/api/3/changelog/bulkfetch`, { issueIdsOrKeys: ['SHOP-20', 'SHOP-21', 'MOBI-3'] }],
      ['/rest/api/3/myself', `${CLOUD}/rest/api/3/myself`], ['/rest/api/3/field', `${CLOUD}/rest/api/3/field`], ['/rest/api/3/serverInfo', `${CLOUD}/rest/api/3/serverInfo`], ['/rest/api/3/status', `${CLOUD}/rest/api/3/status`],
      ['/rest/api/3/project/{projectIdOrKey}', `${CLOUD}/rest/api/3/project/SHOP`], ['/rest/api/3/project/{projectIdOrKey}/versions', `${CLOUD}/rest/api/3/project/SHOP/versions`],
      ['/rest/api/3/project/{projectIdOrKey}/version', `${CLOUD}/rest/api/3/project/SHOP/version`], ['/rest/api/3/mypermissions', `${CLOUD}/rest/api/3/mypermissions?permissions=EDIT_ISSUES`],
    ];
    for (const [path, url, body] of asked) {
      const method = body === undefined ? 'get' : 'post';
      const reply = await ask(tracker, url, { ...MAYA, method: method.toUpperCase(), ...(body === undefined ? {} : { body }) });
      expect([path, told(complaints(description, method, path, reply.status, reply.json))]).toEqual([path, []]);
    }
  });

  it('of boards, as far as they are described', async () => {
    const description = readDescription(`${FOLDER}/software-v3.2022-07.json`);
    for (const [path, url] of [
      ['/rest/agile/1.0/board', '/board'], ['/rest/agile/1.0/board/{boardId}', '/board/4'], ['/rest/agile/1.0/board/{boardId}/configuration', '/board/1/configuration'], ['/rest/agile/1.0/board/{boardId}/configuration', '/board/5/configuration'],
      ['/rest/agile/1.0/board/{boardId}/issue', '/board/1/issue'],
    ] as const) {
      const reply = await ask(tracker, `${CLOUD}/rest/agile/1.0${url}`, MAYA);
      expect([path, told(complaints(description, 'get', path, reply.status, reply.json))]).toEqual([path, []]);
    }
  });
});
