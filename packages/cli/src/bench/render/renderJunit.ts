import type { LoadResult } from '@dynoscope/load';
import { label } from './renderText';

/** JUnit XML: the validity and each objective as a test case. */
export function renderJunit(result: LoadResult): string {
  const { validity, plan, slo = [] } = result;
  const why = validity.reasons
    .map(({ code, message }) => `${code}: ${message}`)
    .join('; ');
  const cases = [
    testCase(
      'The measurement is valid',
      validity.verdict === 'valid'
        ? undefined
        : ['failure', `${validity.verdict}: ${why}`],
    ),
    ...slo.map(({ name, target, unit, status, reason }) =>
      testCase(
        `${label(name)} at most ${target.atMost} ${unit}`,
        status === 'pass'
          ? undefined
          : [status === 'fail' ? 'failure' : 'skipped', reason],
      ),
    ),
  ];
  const failures = cases.filter(text => text.includes('<failure')).length;
  const skipped = cases.filter(text => text.includes('<skipped')).length;
  const seconds =
    (Date.parse(result.window.end) - Date.parse(result.window.start)) / 1000;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escaped(`dynoscope bench ${plan.url}`)}" tests="${
      cases.length
    }" failures="${failures}" skipped="${skipped}" timestamp="${
      result.window.start
    }" time="${seconds.toFixed(3)}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

function testCase(name: string, problem?: [string, string]): string {
  const start = `  <testcase classname="dynoscope" name="${escaped(name)}"`;
  if (!problem) return `${start}/>`;
  return `${start}><${problem[0]} message="${escaped(
    problem[1],
  )}"/></testcase>`;
}

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}
