/** The runners' own JSON reports, read for their counts and for the names of what failed. */
import { firstLines, type Counted } from './run.ts';

const AGAIN = 'passed at its second try';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly message: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[] }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly status: string; readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[] }[] }[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly skipped: number; readonly flaky: number };
  readonly suites: readonly PlaywrightSuite[];
}

/** The counts of Vitest's JSON report, and each failure: its file, its name and the beginning of its message. A file that broke before its tests is one. What passed at its second try counts as passed, and is told with what the first one said: a property's names the seed. */
export function vitestReport(json: string): Counted {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(json) as VitestReport;
  const told = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.failureMessages.length > 0);
    return failed.length === 0 && status === 'failed' ? [`failed: ${name}\n  ${firstLines(message)}`] : failed.map((one) => `${one.status === 'failed' ? 'failed' : AGAIN}: ${name} › ${one.fullName}\n  ${firstLines(one.failureMessages[0] ?? '')}`);
  });
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, told };
}

/** The counts of Playwright's JSON report; what passed at its second try counts as passed, and is told. */
export function playwrightReport(json: string): Counted {
  const { stats, suites } = JSON.parse(json) as PlaywrightReport;
  const told = (suite: PlaywrightSuite, above: string): string[] => {
    const where = `${above}${suite.title} › `;
    const own = suite.specs.flatMap(({ title, tests }) => tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(({ status, results }) => {
      const why = results.flatMap(({ errors }) => errors).map(({ message }) => message ?? '').join('\n');
      return `${status === 'flaky' ? AGAIN : 'failed'}: ${where}${title}\n  ${firstLines(why)}`;
    }));
    return [...own, ...(suite.suites ?? []).flatMap((inner) => told(inner, where))];
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, told: suites.flatMap((suite) => told(suite, '')) };
}
