import { expect, test } from 'vitest';
import { tallyCtest, tallyVitest } from '../../tools/lib/tally.mjs';

const green = '1: [  PASSED  ] 34 tests.\n1/1 Test #1: unit_text ........   Passed    0.10 sec\n';

test('adds up the cases of every program', () => {
  const second = '2: [  PASSED  ] 1 test.\n2/2 Test  #2: unit_base ........   Passed    0.10 sec\n';
  expect(tallyCtest(green + second)).toEqual({ passed: 35, failed: 0 });
});

test('counts failed cases once', () => {
  const red =
    '1: [  PASSED  ] 33 tests.\n1: [  FAILED  ] 2 tests, listed below:\n1: [  FAILED  ] A.b\n1: [  FAILED  ] A.c\n' +
    '1: \n1:  2 FAILED TESTS\n1/1 Test #1: unit_text ........***Failed    0.10 sec\n';
  expect(tallyCtest(red)).toEqual({ passed: 33, failed: 2 });
});

test('counts a program that crashed, hung or could not start as one failure', () => {
  for (const outcome of ['***Exception: SegFault', '***Timeout', '***Not Run', '***Failed']) {
    expect(tallyCtest(`1/1 Test #1: unit_text ........${outcome}  0.1 sec\n`)).toEqual({ passed: 0, failed: 1 });
  }
});

test('counts a test file that could not be loaded', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(tallyVitest({ numPassedTests: 3, numFailedTests: 0, testResults })).toEqual({ passed: 3, failed: 1 });
});
