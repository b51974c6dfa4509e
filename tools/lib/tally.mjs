// Reads how many cases passed and failed from what the test programs print.

/** ctest -V: GoogleTest's closing lines of every program; a program that died without naming a case counts as one failure. */
export function tallyCtest(output) {
  const cases = new Map(); // test number -> {passed, failed}
  for (const [, number, word, count] of output.matchAll(/^(\d+): \[ {2}(PASSED|FAILED) {2}\] (\d+) tests?[.,]/gm)) {
    const entry = cases.get(number) ?? { passed: 0, failed: 0 };
    entry[word === 'PASSED' ? 'passed' : 'failed'] += Number(count);
    cases.set(number, entry);
  }
  const total = { passed: 0, failed: 0 };
  for (const [, number, outcome] of output.matchAll(/^ *\d+\/\d+ Test +#(\d+): .*?\.{2,} *(Passed|\*\*\*\S+)/gm)) {
    const { passed, failed } = cases.get(number) ?? { passed: 0, failed: 0 };
    total.passed += passed;
    total.failed += outcome === 'Passed' ? failed : Math.max(failed, 1);
  }
  return total;
}

/** Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function tallyVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
