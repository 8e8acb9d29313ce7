import type { Answer } from './answer.ts';

const DOCS = 'https://docs.github.com/rest';

/** GitHub's refusals in GitHub's words: clients match on them, so they are kept to the letter. */
const refusal = (status: number, message: string, documentation = DOCS, headers: Record<string, string> = {}): Answer => ({
  status, headers, body: { message, documentation_url: documentation, status: String(status) },
});

export const notFound = (): Answer => refusal(404, 'Not Found', `${DOCS}/issues/issues#get-an-issue`);
export const issueDeleted = (): Answer => refusal(410, 'This issue was deleted', `${DOCS}/issues/issues#get-an-issue`);
export const labelDoesNotExist = (): Answer => refusal(404, 'Label does not exist', `${DOCS}/issues/labels#remove-a-label-from-an-issue`);
export const badCredentials = (): Answer => refusal(401, 'Bad credentials');
export const requiresAuthentication = (): Answer => refusal(401, 'Requires authentication');
export const mustHaveRights = (): Answer => refusal(403, 'Must have admin rights to Repository.');
export const notAccessibleByToken = (): Answer => refusal(403, 'Resource not accessible by personal access token');
export const ssoRequired = (root: string): Answer =>
  refusal(403, 'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
    { 'x-github-sso': `required; url=${root}/orgs/acme/sso?authorization_request=AZSCKtL4U8yX1H3sCQIVnVgmjmon5fWxks5YrqhJgah0b2tlbl9pZM4EuMz4` });
/** GitHub answers reads with 301 and everything else with 307, which keeps the method. */
export const movedTo = (url: string, method: string): Answer => ({
  status: method === 'GET' || method === 'HEAD' ? 301 : 307, headers: { location: url }, body: { message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects' },
});
export const tooManyPages = (): Answer =>
  refusal(422, 'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)', `${DOCS}/issues/issues#list-repository-issues`);
export const invalid = (resource: string, field: string, code = 'invalid'): Answer => ({
  status: 422, body: { message: 'Validation Failed', errors: [{ resource, field, code }], documentation_url: DOCS, status: '422' },
});
export const unprocessable = (message: string): Answer => ({
  status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', code: 'custom', message }], documentation_url: `${DOCS}/pulls/pulls#create-a-pull-request`, status: '422' },
});
export const badRequest = (message: string): Answer => refusal(422, message, `${DOCS}/git/refs#create-a-reference`);
export const invalidSha = (what: string): Answer => refusal(422, `Invalid request.\n\n${what}`, `${DOCS}/repos/contents#create-or-update-file-contents`);
export const conflict = (message: string): Answer => refusal(409, message, `${DOCS}/repos/contents#create-or-update-file-contents`);
export const primaryLimit = (who: string, anonymous: boolean): Answer =>
  refusal(403, anonymous
    ? `API rate limit exceeded for ${who}. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)`
    : `API rate limit exceeded for user ID ${who}. If you reach out to GitHub Support for help, please include the request ID.`,
  'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api');
export const secondaryLimit = (status: number, retryAfter: number | null): Answer =>
  refusal(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. For more on scraping GitHub and how it may affect your rights, please review our Terms of Service (https://docs.github.com/en/site-policy/github-terms/github-terms-of-service)',
    'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    retryAfter === null ? {} : { 'retry-after': String(retryAfter) });
export const serverError = (status: number): Answer => refusal(status, status === 502 ? 'Server Error' : 'Internal Server Error');
