import reserved from 'github-reserved-names/reserved-names.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { RESERVED_OWNERS } from '../../../../lib/trackers/github/reserved-owners.ts';

describe('the reserved owners', () => {
  it('are a part of the npm list', () => {
    expect([...RESERVED_OWNERS].filter((name) => !reserved.includes(name))).toEqual([]);
  });

  it('leave out what cannot meet the grammar; a name that is new in the npm list must be judged here', () => {
    expect(reserved.filter((name) => !RESERVED_OWNERS.has(name)).join(' ')).toMatchInlineSnapshot(`"300 302 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418 419 420 421 422 423 424 425 426 427 428 429 430 431 500 501 502 503 504 505 506 507 508 509 510 511 693 694 695 900 anonymous any attributes billing blob bounty branches business businesses c cache careers case-studies categories central certification changelog chat cla cloud codereview collection comments commit commits companies compare contributing cookbook coupons customer customers dashboard-feed design develop developer diff discover downloads downtime editor editors edu education featured feed files fixtures forked garage ghost git-guides groups guide guides help help-wanted hooks hosting identity images individual info integration interfaces introduction invalid-email-address investors jobs journal journals lab labs languages launch layouts learn legal library linux listings lists logos mac maintenance malware man mention mentioned mentioning mentions migrating milestones mine mirrors mobile navigation network news newsletter newsroom none nonprofit nonprofits notices offer open-source organisations partners payments personal plans plugins popular popularity posts press preview pricing professional recommendations redeem releases render reply resources restore revert save-net-neutrality saved scraping services shareholders showcases signin site-policy sitemap social-impact socials spam ssh staff starred static status statuses storage store styleguide subscriptions suggest suggestion suggestions suspended talks teach teacher teachers teaching ten terms timeline topic tos tour train training translations tree undefined updates username visualization w why-github wikis windows works-with www0 www1 www2 www3 www4 www5 www6 www7 www8 www9"`);
  });
});
