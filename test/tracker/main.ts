import { parseArgs } from 'node:util';
import { startTracker } from './server.ts';
import { demoWorld } from './world.ts';

/** `node test/tracker/main.ts --port 8443 --issues 300`: the demo tracker by itself, for a look at its pages or for tests in another process. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '8443' }, issues: { type: 'string', default: '300' }, seed: { type: 'string', default: '24' } } });
const tracker = await startTracker({ port: Number(values.port), world: demoWorld({ issues: Number(values.issues), seed: Number(values.seed) }) });

console.log(`Demo tracker on port ${tracker.port}. Start Chromium with
  --ignore-certificate-errors --host-resolver-rules="${tracker.resolverRules}"
and open
  https://github.com/acme/shop/issues              issue list
  https://github.com/acme/shop/issues/360          an issue
  https://github.com/acme/shop/pulls               pull requests (classic rows)
  https://github.com/acme/shop/milestone/2         the current sprint
  https://github.com/issues/assigned               dashboard
  https://github.com/orgs/acme/projects/1/views/1  board (?layout=table for the table)
  https://github.acme.example/acme/shop/issues     Enterprise Server (?classic=1 for the old pages)
API: https://api.github.com · https://github.acme.example/api/v3 · https://api.acme.ghe.com
Tokens: ${[...tracker.world.tokens.keys()].join(', ')}
Trouble on demand: POST /__control   What happened: GET /__state`);
