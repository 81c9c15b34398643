/** A candidate's number in what a recruiter pastes; whatever is none is nobody. */
import { expect, test } from 'vitest';

import { candidateIdIn } from '#lib/greenhouse/candidate-id.ts';

test.each([
  '550021',
  '#550021',
  ' 550021\n',
  'https://app.greenhouse.io/people/550021',
  'https://app.greenhouse.io/people/550021?application_id=880041',
  'https://app2.greenhouse.io/people/550021/applications/880041/redesign#candidate_details',
  'app8.greenhouse.io/people/550021?src=search',
  'https://app.greenhouse.io/sdash/550021?application_id=880041',
  'https://acme.app.eu.greenhouse.io/people/550021',
  'https://app.greenhouse.io/applications?candidate_id=550021',
])('%j is number 550021', (typed) => {
  expect(candidateIdIn(typed)).toBe(550021);
});

test.each([
  '',
  '0',
  '-550021',
  '55.5',
  '1e3',
  '550 021',
  '99999999999999999999',
  'Mira Okafor',
  'mira@okafor.example',
  'https://app.greenhouse.io/dashboard',
  'https://app.greenhouse.io/people/550021x',
  'https://app.greenhouse.io/applications/880041',
  'https://app.greenhouse.io.evil.example/people/550021',
  'https://evil.example/?to=app.greenhouse.io/people/550021',
])('%j is nobody’s', (typed) => {
  expect(candidateIdIn(typed)).toBeUndefined();
});
