import { expect, test } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';

import { exportRequest } from '../support/export-request.ts';
import { afterwardsIn } from './afterwards.ts';

const request = exportRequest({});
const email = request.candidate.emails[0]?.value ?? '';
const record = (id: number) => ({ id, email_addresses: [{ value: email }], tags: [] });
const view: ExportView = {
  id: request.id,
  externalId: request.externalId,
  name: '',
  state: 'done',
  outcome: 'created',
  candidateId: 17,
  startedAt: 1,
  followUps: [],
};

test('what ended well is held to it, and told once when it is not so any more', () => {
  const candidates = [record(17)];
  const afterwards = afterwardsIn({ written: () => ({ candidates }) });
  afterwards.ended('one', request, [view]);
  expect(afterwards.changed([view])).toEqual([]);
  candidates.push(record(18));
  expect(afterwards.changed([view])).toMatchObject([{ kind: 'twice' }]);
  expect(afterwards.changed([view])).toEqual([]);
});

test('and so is what was told of it', () => {
  const afterwards = afterwardsIn({ written: () => ({ candidates: [record(17)] }) });
  for (const now of [[], [{ ...view, state: 'needs-you', question: 'twice' } as const]]) {
    afterwards.ended('one', request, [view]);
    expect(afterwards.changed(now)).toMatchObject([{ kind: 'told wrongly' }]);
  }
});
