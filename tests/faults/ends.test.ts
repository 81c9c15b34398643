import { describe, expect, test } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';

import { exportRequest } from '../support/export-request.ts';
import { endsWell, type Held } from './ends.ts';
import type { WholeTruth } from './truth.ts';

const JOB = 9001;
const request = exportRequest({ target: { kind: 'candidate', jobId: JOB } });
const view = (changes: Partial<ExportView> = {}): ExportView => ({
  id: request.id,
  externalId: request.externalId,
  name: 'Ines Fixture 1',
  state: 'done',
  outcome: 'created',
  candidateId: 17,
  applicationId: 170,
  startedAt: 1,
  followUps: [{ step: 'note', state: 'done' }],
  ...changes,
});
const MAKES = { candidates: 1, applications: 1, notes: 1, tags: 1, mentions: 3 };
const OURS = { id: 170, candidateId: 17, jobId: JOB };
const truth = (makes: Partial<typeof MAKES> = {}, changes: Partial<WholeTruth> = {}): WholeTruth => ({
  people: [17],
  applications: [OURS],
  makes: { ...MAKES, ...makes },
  ...changes,
});
const held = (changes: Partial<Held> = {}): Held => ({ clean: MAKES, mayNot: false, ...changes });
const kinds = (...of: Parameters<typeof endsWell>) => endsWell(...of).map(({ kind }) => kind);

describe('an export', () => {
  test('ends well with everything once, where it was to be', () => {
    expect(endsWell(view(), request, truth(), held())).toEqual([]);
  });

  test('does not with anything twice, or lost', () => {
    const two = truth({ candidates: 2, applications: 2 }, { people: [17, 18], applications: [OURS, { ...OURS, id: 171 }] });
    expect(kinds(view(), request, two, held())).toEqual(['twice', 'twice']);
    expect(kinds(view(), request, truth({ notes: 2 }), held())).toEqual(['follow-up']);
    expect(kinds(view(), request, truth({ notes: 0 }), held())).toEqual(['follow-up']);
    expect(kinds(view(), request, truth({ candidates: 0 }), held())).toEqual(['lost']);
  });

  test('does not under the number of somebody else, of nobody, or with another’s application', () => {
    const other = { id: 180, candidateId: 18, jobId: 9006 };
    const both = truth({}, { people: [17, 18], applications: [OURS, other] });
    expect(kinds(view({ candidateId: 18, applicationId: 180 }), request, both, held())).toEqual(['told wrongly']);
    expect(kinds(view({ applicationId: 180 }), request, both, held())).toEqual(['told wrongly']);
    expect(kinds(view({ candidateId: 19, applicationId: undefined }), request, truth(), held())).toContain('told wrongly');
  });

  test('does not on another job than the one that was chosen', () => {
    const elsewhere = truth({}, { applications: [{ ...OURS, jobId: 9006 }] });
    expect(kinds(view(), request, elsewhere, held())).toEqual(['told wrongly']);
  });

  test('does not without a word of what came of it', () => {
    expect(kinds(view({ outcome: undefined }), request, truth(), held())).toEqual(['told wrongly']);
    expect(kinds(view({ state: 'abandoned' }), request, truth(), held())).toEqual(['told wrongly']);
  });

  test('leaves out what there is no right to, where that is the reason given, and where it is so', () => {
    const skipped = (code: 'greenhouse/forbidden' | 'greenhouse/unreachable') =>
      view({ followUps: [{ step: 'note', state: 'skipped', error: { code } }] });
    const mayNot = held({ mayNot: true });
    expect(kinds(skipped('greenhouse/forbidden'), request, truth({ notes: 0 }), mayNot)).toEqual([]);
    expect(kinds(skipped('greenhouse/forbidden'), request, truth({ notes: 0 }), held())).toContain('follow-up');
    expect(kinds(skipped('greenhouse/unreachable'), request, truth({ notes: 0 }), mayNot)).toContain('follow-up');
    expect(kinds(skipped('greenhouse/forbidden'), request, truth(), mayNot), 'it is there').toEqual(['told wrongly']);
  });

  test('writes fewer addresses of the profile only where the fields may not be read, and never more', () => {
    const mayNotLink = held({ mayNot: true, mayNotLink: true });
    expect(kinds(view(), request, truth({ mentions: 1 }), mayNotLink)).toEqual([]);
    expect(kinds(view(), request, truth({ mentions: 1 }), held({ mayNot: true }))).toEqual(['unlinked']);
    expect(kinds(view(), request, truth({ mentions: 4 }), mayNotLink)).toEqual(['unlinked']);
  });
});

test('what was to be taken back is there no more', () => {
  const back = view({ state: 'taken-back', candidateId: undefined, applicationId: undefined });
  const gone = { clean: { candidates: 0, applications: 0 }, wish: 'undo' } as const;
  const nothing = truth({ candidates: 0, applications: 0 }, { people: [], applications: [] });
  expect(endsWell(back, request, nothing, held(gone))).toEqual([]);
  expect(kinds(back, request, truth(), held(gone))).toEqual(['left', 'left', 'told wrongly']);
  expect(kinds(view(), request, truth({ candidates: 0, applications: 0 }), held(gone))).toContain('told wrongly');
});

describe('of two records', () => {
  const THEIRS = { id: 160, candidateId: 16, jobId: 9006 };
  const clean = { candidates: 1, applications: 1, notes: 0, tags: 0, mentions: 1 };
  const stood = { candidates: 2, applications: 2, notes: 0, tags: 1, mentions: 4 };
  const followUps = [{ step: 'note', state: 'skipped' }] as const;
  const ends = (changes: Partial<ExportView> = {}) =>
    view({
      state: 'taken-back',
      outcome: 'stepped-back',
      candidateId: 16,
      applicationId: undefined,
      followUps: [...followUps],
      ...changes,
    });
  const wish = held({ clean, stood, wish: 'step-back' });
  const whole = truth(clean, { people: [16], applications: [THEIRS] });
  const left = truth({ ...stood, applications: 1 }, { people: [16, 17], applications: [THEIRS] });
  const mayNot = { ...wish, mayNot: true };

  test('the one that was to step back is gone', () => {
    expect(endsWell(ends(), request, whole, wish)).toEqual([]);
    expect(kinds(ends(), request, left, wish)).toEqual(['left', 'left', 'left']);
  });

  test('it stays where it may not be deleted and is told by its number, as it was but for its application', () => {
    expect(endsWell(ends({ twins: [17] }), request, left, mayNot)).toEqual([]);
    expect(kinds(ends({ twins: [17] }), request, left, wish), 'it may be deleted').toContain('left');
    expect(kinds(ends(), request, left, mayNot), 'nobody is told').toContain('left');
    expect(kinds(ends({ twins: [16] }), request, left, mayNot), 'another number').toContain('told wrongly');
    expect(kinds(ends({ twins: [17] }), request, whole, mayNot), 'it is gone').toContain('told wrongly');
    for (const more of [{ notes: 1 }, { tags: 2 }, { mentions: 5 }, { candidates: 3 }])
      expect(kinds(ends({ twins: [17] }), request, { ...left, makes: { ...left.makes, ...more } }, mayNot)).toContain('left');
    const stays = truth(stood, { people: [16, 17], applications: [THEIRS, OURS] });
    expect(kinds(ends({ twins: [17] }), request, stays, mayNot)).toEqual(['left', 'told wrongly']);
  });

  test('the one that stays has what both were on, and is the one that is told', () => {
    const merge = held({ clean: { ...clean, applications: 2 }, stood, wish: 'merge' });
    const one = truth({ ...clean, applications: 2 }, { people: [16], applications: [THEIRS, { ...OURS, candidateId: 16 }] });
    const merged = view({ outcome: 'merged', candidateId: 16, followUps: [] });
    expect(endsWell(merged, request, one, merge)).toEqual([]);
    expect(kinds(view({ outcome: 'merged', candidateId: 17, followUps: [] }), request, one, merge)).toContain('told wrongly');
    expect(kinds(view({ followUps: [] }), request, one, merge), 'as if there were two').toContain('told wrongly');
  });
});
