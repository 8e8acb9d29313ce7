import { parseArgs } from 'node:util';
import { startTracker } from './server.ts';
import { demoWorld } from './world.ts';

/** `node test/tracker/main.ts --port 8443 --issues 300`: the demo tracker by itself, for a look at its pages or for tests in another process. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '8443' }, issues: { type: 'string', default: '300' }, seed: { type: 'string', default: '24' }, plans: { type: 'boolean', default: false } } });
const tracker = await startTracker({ port: Number(values.port), world: demoWorld({ issues: Number(values.issues), seed: Number(values.seed), plans: values.plans }) });

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
  https://acme.atlassian.net/__sign-in?as=maya     Jira Cloud, signed in (jonas-k member, retail-rita reads, nightbuyer is a stranger; /__sign-out)
  https://acme.atlassian.net/browse/SHOP-12        an issue; other.atlassian.net has the same key
  https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1            board (?selectedIssue=SHOP-12 modal; /backlog; OPS boards/5 kanban)
  https://acme.atlassian.net/jira/software/projects/MOBI/boards/4              team-managed board
  https://acme.atlassian.net/issues/?jql=project%20%3D%20SHOP                  navigator (/issues/SHOP-12?jql=… beside the list); …/c/projects/SHOP/list; /jira/plans/1
  https://jira.acme.example/jira/__sign-in?as=maya Jira Data Center
  https://jira.acme.example/jira/secure/RapidBoard.jspa?rapidView=1            board (&view=planning.nodetail backlog); /jira/browse/SHOP-12; /jira/issues/?jql= (&layout=split)
API: https://api.github.com · https://github.acme.example/api/v3 · https://api.acme.ghe.com · https://acme.atlassian.net/rest · https://api.atlassian.com/ex/jira/{cloudId} · https://jira.acme.example/jira/rest
Tokens: ${[...tracker.world.tokens.keys()].join(', ')}
Jira:   ${[...tracker.world.jira.tokens].map(([value, { person, kind }]) => (kind === 'pat' ? value : `${person}@acme.example:${value}`)).join(', ')}
Trouble on demand: POST /__control   What happened: GET /__state`);
