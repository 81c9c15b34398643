import { expect, it, onTestFinished } from 'vitest';

import { addEducations, addEmployments } from '#lib/greenhouse/harvest/background.ts';
import { readDictionaries } from '#lib/greenhouse/harvest/dictionaries.ts';
import { stand } from '#tests/contract/stand.ts';

const CANDIDATE = 4_000_003;

async function counter() {
  const at = await stand();
  onTestFinished(() => at.sandbox.close());
  const of = (list: string) => at.sandbox.state()[list]?.filter((row) => row['candidate_id'] === CANDIDATE).length ?? 0;
  const before = { educations: of('candidateEducations'), employments: of('candidateEmployments') };
  return {
    ...at,
    grown: () => ({
      educations: of('candidateEducations') - before.educations,
      employments: of('candidateEmployments') - before.employments,
    }),
  };
}

it('adds a career once, however often it is sent', async () => {
  const { api, grown } = await counter();
  const positions = [
    { company: 'Quayside', title: 'Engineer', start: '2019-03', end: '2021' },
    { company: 'Quayside', title: 'Lead Engineer', start: '2021', current: true },
    { company: 'QUAYSIDE', title: 'engineer', start: '2019-03', end: '2021' },
    { company: 'Quayside', title: 'Advisor' },
  ];
  const skipped = [{ at: 3, lacks: 'start' }];
  expect(await addEmployments(api, CANDIDATE, positions)).toEqual({ added: 2, skipped });
  expect(await addEmployments(api, CANDIDATE, positions)).toEqual({ added: 0, skipped });
  expect(grown()).toEqual({ educations: 0, employments: 2 });
});

it('adds an education once, and each degree of a school by itself', async () => {
  const { api, grown } = await counter();
  const dictionaries = await readDictionaries(api);
  const education = [
    { school: 'Universität Tannenau', degree: 'Bachelor’s Degree', field: 'Forestry', start: '2011', end: '2014' },
    { school: 'Universitat Tannenau', degree: 'Master’s Degree', field: 'Forestry', start: '2014', end: '2016' },
    { school: '杉並木大学', start: '2010' },
  ];
  expect(await addEducations(api, CANDIDATE, education, dictionaries)).toEqual({ added: 3, skipped: [] });
  expect(await addEducations(api, CANDIDATE, education, dictionaries)).toEqual({ added: 0, skipped: [] });
  expect(grown()).toEqual({ educations: 3, employments: 0 });
});

it('asks nothing when there is nothing to add', async () => {
  const { api, sandbox } = await counter();
  expect(await addEmployments(api, CANDIDATE, [{ title: 'Engineer' }])).toEqual({
    added: 0,
    skipped: [{ at: 0, lacks: 'company' }],
  });
  expect(sandbox.requests()).toEqual([]);
});
