/** What goes along with a person: positions and education as Greenhouse's own records, and the profile as a file; each of it once. */
import type { Sandbox } from '../sandbox/server.ts';
import { byApi } from './by-api.ts';
import { expect, exportButton, openLink, pickJob, test, verdict } from './fixture.ts';
import { watchRecords } from './records.ts';

const HELENA = 'linkedin/classic-complete';
const TITLES = ['Finance Director', 'Controller', 'Accountant', 'Bookkeeper'];

interface Along {
  candidateEmployments: { candidate_id: number; title: string; start_date: string }[];
  candidateEducations: { candidate_id: number }[];
  attachments: { candidate_id: number; filename: string; content: string }[];
}

function alongOf(sandbox: Sandbox, candidateId: number | undefined) {
  const { candidateEmployments, candidateEducations, attachments } = sandbox.state() as unknown as Along;
  const theirs = <T extends { candidate_id: number }>(rows: T[]): T[] => rows.filter((row) => row.candidate_id === candidateId);
  return {
    titles: theirs(candidateEmployments).map(({ title }) => title),
    educations: theirs(candidateEducations).length,
    files: theirs(attachments),
  };
}

test('a career and the file are there once, though the worker is killed in the middle of both', async ({
  extension,
  recruiter,
  sandbox,
}) => {
  const admin = (sandbox.state() as unknown as { users: { id: number; site_admin: boolean }[] }).users.find(
    (one) => one.site_admin,
  );
  // Their school comes to the organisation's list.
  await byApi(sandbox, admin?.id ?? 0, 'POST', 'custom_field_options', {
    custom_field_id: 4401,
    name: 'Ridgeway University',
    sort_order: 9,
  });
  const records = watchRecords(sandbox);
  await recruiter.withoutHold();
  const options = await recruiter.connect();
  await options.getByRole('switch', { name: 'Attach the profile as a text file' }).click();
  await expect(options.getByRole('switch', { name: 'Attach the profile as a text file' })).toBeChecked();
  const panel = await recruiter.panelFor(await recruiter.visit(HELENA));
  await expect(verdict(panel)).toContainText(/^New/);
  await expect(panel.getByText('Also added in Greenhouse: 4 positions, 1 school, a text file of this profile.')).toBeVisible();
  await pickJob(panel, 'staff backend');

  const third = sandbox.gate({ method: 'POST', path: '/v3/candidate_employments', skip: 2 });
  const file = sandbox.gate({ method: 'POST', path: '/v3/attachments' });
  await exportButton(panel).click();
  for (const gate of [file, third]) {
    await gate.arrived;
    gate.commit();
    await gate.committed;
    await extension.killWorker();
    gate.answer();
  }
  const id = () => records.people()[0]?.id;
  await expect(openLink(panel)).toBeVisible({ timeout: 45_000 });
  await expect(panel.getByText('4 positions added.')).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText('1 school added.')).toBeVisible();
  expect(records.people()).toHaveLength(1);
  const { titles, educations, files } = alongOf(sandbox, id());
  expect(titles.toSorted()).toEqual(TITLES.toSorted());
  expect(educations).toBe(1);
  expect(files).toHaveLength(1);
  expect(files[0]?.filename).toMatch(/^Profile on LinkedIn, .* [\da-f]{8}\.txt$/);
  expect(Buffer.from(files[0]?.content ?? '', 'base64').toString()).toContain('- Finance Director, Fjordtech, since 2020-03');
});

test('where the credential may not add positions the panel says so, and the rest goes', async ({ recruiter, sandbox }) => {
  sandbox.scopes({ without: ['harvest:candidate_employments:create'] });
  const records = watchRecords(sandbox);
  const panel = await recruiter.meet(HELENA);
  await expect(panel.getByText('Left out: 4 positions, which this credential may not add.')).toBeVisible();
  await pickJob(panel, 'staff backend');
  await exportButton(panel).click();
  await expect(openLink(panel)).toBeVisible();
  await expect(panel.getByText('Left out: 1 school that is not on Greenhouse’s list.')).toBeVisible();
  const [person] = records.people();
  expect(alongOf(sandbox, person?.id)).toEqual({ titles: [], educations: 0, files: [] });
  expect(sandbox.requests().some(({ path }) => path === '/v3/candidate_employments')).toBe(false);
});
