import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { errorOf, refusal } from './__testUtils__/echoPortal';
import { echoProbe } from './__testUtils__/echoProbe';
import { expectDocumented } from './__testUtils__/openApi';
import { component, startPortal } from './__testUtils__/portal';
import { createLab } from './experiments/__testUtils__/experimentLab';

jest.setTimeout(60_000);

const databases = testDatabases();
const change = { kind: 'manual', reference: 'by hand' };

describe('requests for experiments and comparisons', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let lab: ReturnType<typeof createLab>;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.migrated('SQLITE_3');
    lab = createLab(knex);
    portal = await startPortal({
      database: knex,
      entities: [component('one', { 'test/echo': 'http://127.0.0.1/' })],
      performance: { environments: { demo: {} } },
      probes: [echoProbe()],
    });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  const guest = () => portal.as('guest');

  it.each<[string, object, RegExp]>([
    [
      'no report',
      { checkId: 'a', change },
      /^Field "reportId" of the body: Required/,
    ],
    [
      'an unknown field',
      { reportId: 'a', checkId: 'a', change, confirm: 'x' },
      /^Unknown field "confirm" in the body; allowed are "reportId", "checkId", "subject", "options", "change"/,
    ],
    [
      'an unknown field of the change',
      { reportId: 'a', checkId: 'a', change: { ...change, path: 'x' } },
      /^Unknown field "change.path" in the body; allowed are "kind", "reference", "files"/,
    ],
    [
      'a file without its bytes',
      {
        reportId: 'a',
        checkId: 'a',
        change: { ...change, kind: 'folder', files: [{ path: 'a' }] },
      },
      /^Field "change.files.0.after" of the body: Required/,
    ],
    [
      'another kind',
      { reportId: 'a', checkId: 'a', change: { ...change, kind: 'magic' } },
      /^Field "change.kind" of the body: Invalid enum value. Expected 'folder' \| 'pull-request' \| 'manual'/,
    ],
  ])('names what is wrong with %s', async (_, body, message) => {
    const answer = await guest().post('/experiments', body);
    expect(errorOf(answer)).toEqual(refusal(400, 'invalid', message));
    expectDocumented(answer, 'post', '/experiments');
  });

  it.each<[string, object, RegExp]>([
    [
      'a folder without files',
      { kind: 'folder', reference: 'one' },
      /^Field "change.files" of the body: a change of a folder names its files/,
    ],
    [
      'a file outside the folder',
      {
        kind: 'folder',
        reference: 'one',
        files: [{ path: 'two/a.yaml', after: 'a'.repeat(64) }],
      },
      /^Field "change.files" of the body: every path begins with the folder/,
    ],
    [
      'files of a pull request',
      {
        kind: 'pull-request',
        reference: 'https://x/1',
        files: [{ path: 'a', after: 'a'.repeat(64) }],
      },
      /^Field "change.files" of the body: only a change of a folder has files/,
    ],
    [
      'an address that a page must not lead to',
      { kind: 'pull-request', reference: 'data:text/html,hello' },
      /^Field "change.reference" of the body: must be the http or https address/,
    ],
    [
      'nothing to look at',
      { kind: 'manual', reference: '  ' },
      /^Field "change.reference" of the body: must not be empty/,
    ],
    ['a check without a remedy', change, /none-such/],
  ])('refuses %s', async (_, refused, message) => {
    const { id } = await lab.report(50);
    const answer = await guest().post('/experiments', {
      reportId: id,
      checkId: 'none-such',
      change: refused,
    });
    expect(errorOf(answer)).toEqual(refusal(400, 'invalid', message));
  });

  it('compares two reports, and names the query that is wrong', async () => {
    const [base, candidate] = [await lab.report(50), await lab.report(5)];
    const answer = await guest().get(
      `/compare?base=${base.id}&candidate=${candidate.id}`,
    );
    expectDocumented(answer, 'get', '/compare');
    expect(answer.body).toMatchObject({
      samePlan: true,
      rows: [
        { metric: 'echo.time', verdict: 'better', difference: { value: -45 } },
      ],
    });
    expect(errorOf(await guest().get(`/compare?base=${base.id}`))).toEqual(
      refusal(400, 'invalid', /^Field "candidate" of the query: Required/),
    );
    expect(
      errorOf(await guest().get(`/compare?base=${base.id}&candidate=none`)),
    ).toEqual(refusal(404, undefined, /^There is no report none/));
  });
});
