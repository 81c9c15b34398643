import { expect, test } from 'vitest';

import { byEmployer } from '#lib/candidate/by-employer.ts';

const role = (title: string, company?: string) => (company === undefined ? { title } : { title, company });

test('two roles at one employer are told together, however it is spelt; who came back begins anew', () => {
  const [lead, engineer, break_, early, first] = [
    role('Lead', 'Acme Robotics, Inc.'),
    role('Engineer', 'ACME Robotics Inc'),
    role('Guide', 'Fjordtech'),
    role('Intern', 'Acme Robotics, Inc.'),
    role('Founder'),
  ];
  expect(byEmployer([lead, engineer, break_, early, first, role('Freelancer')])).toEqual([
    { company: 'Acme Robotics, Inc.', positions: [lead, engineer] },
    { company: 'Fjordtech', positions: [break_] },
    { company: 'Acme Robotics, Inc.', positions: [early] },
    { positions: [first] },
    { positions: [role('Freelancer')] },
  ]);
});

test('no positions are no employers', () => {
  expect(byEmployer([])).toEqual([]);
});
