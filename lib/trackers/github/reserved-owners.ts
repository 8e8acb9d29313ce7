/**
 * First path segments that are GitHub's own and under which paths of three or more segments exist or may come,
 * so that `/orgs/acme/issues` is not taken for a repository `acme` of an owner `orgs`.
 *
 * The npm list `github-reserved-names` has 302 names and adds 7.4 kB; the content script that is on every page
 * has 45 kB in all. The rest of that list cannot meet the grammar: nobody owns a repository there and
 * GitHub serves nothing below it. A test holds this list to be a part of that one and names what it leaves out.
 */
export const RESERVED_OWNERS: ReadonlySet<string> = new Set(
  (
    'about account admin advisories api apps auth blog codespaces collections contact copilot customer-stories dashboard dashboards ' +
    'discussions enterprise enterprises events explore features gist gists github-copilot graphs home hovercards inbox issues join login ' +
    'logout marketplace mcp new notifications oauth organizations orgs pages projects pulls raw readme repos repositories search security ' +
    'sessions settings signup site sponsors stars stories support team teams topics trending user-attachments users watching wiki'
  ).split(' '),
);
