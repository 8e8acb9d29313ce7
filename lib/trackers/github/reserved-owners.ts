/**
 * First path segments that are GitHub's own (npm's `github-reserved-names`, which a test holds this to), so that `/pricing/x/issues/1` names no repository
 * `x` of an owner `pricing`. One text and no set: the content script that is on every page pays for each at its start.
 */
const NAMES =
  ' about account admin advisories anonymous any api apps attributes auth billing blob blog bounty branches business businesses c cache careers ' +
  'case-studies categories central certification changelog chat cla cloud codereview codespaces collection collections comments commit commits companies ' +
  'compare contact contributing cookbook copilot coupons customer customer-stories customers dashboard dashboard-feed dashboards design develop developer ' +
  'diff discover discussions downloads downtime editor editors edu education enterprise enterprises events explore featured features feed files fixtures ' +
  'forked garage ghost gist gists git-guides github-copilot graphs groups guide guides help help-wanted home hooks hosting hovercards identity images ' +
  'inbox individual info integration interfaces introduction invalid-email-address investors issues jobs join journal journals lab labs languages launch ' +
  'layouts learn legal library linux listings lists login logos logout mac maintenance malware man marketplace mcp mention mentioned mentioning mentions ' +
  'migrating milestones mine mirrors mobile navigation network new news newsletter newsroom none nonprofit nonprofits notices notifications oauth offer ' +
  'open-source organisations organizations orgs pages partners payments personal plans plugins popular popularity posts press preview pricing ' +
  'professional projects pulls raw readme recommendations redeem releases render reply repos repositories resources restore revert save-net-neutrality ' +
  'saved scraping search security services sessions settings shareholders showcases signin signup site site-policy sitemap social-impact socials spam ' +
  'sponsors ssh staff starred stars static status statuses storage store stories styleguide subscriptions suggest suggestion suggestions support ' +
  'suspended talks teach teacher teachers teaching team teams ten terms timeline topic topics tos tour train training translations tree trending ' +
  'undefined updates user-attachments username users visualization w watching why-github wiki wikis windows works-with ';

/** 300 … 900 and www0 … www9. */
const NUMBERED = /^(?:30[02]|4[0-2]\d|43[01]|50\d|51[01]|69[3-5]|900|www\d)$/;

/** Whether nobody can have this name on GitHub. `name` is a name by its letters, without spaces. */
export function isReserved(name: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.includes(` ${lower} `) || NUMBERED.test(lower);
}
