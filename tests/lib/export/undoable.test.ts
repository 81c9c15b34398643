import { describe, expect, test } from 'vitest';

import { oursOf } from '#lib/export/own.ts';
import type { Row } from '#lib/export/row.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Seen } from '#lib/export/touched.ts';
import { undoableOf } from '#lib/export/undoable.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';

import { application, HOUR, MINUTE, NOW, person, row } from './machine/rows.ts';

const OURS = 7;
const LATER = new Date(NOW + 10 * MINUTE).toISOString();
const can = capabilitiesOf('harvest');

function over(view: Partial<ExportView> = {}, changes: Partial<Row> = {}): Row {
  const { request: _gone, ...bare } = row({
    actingUserId: OURS,
    overAt: NOW,
    stage: 'Application Review',
    sends: [{ what: 'person', at: NOW, closed: 'found' }],
    ...changes,
    view: { state: 'done', outcome: 'created', candidateId: 1001, applicationId: 2001, ...view },
  });
  return bare;
}
const there = (changes: Parameters<typeof application>[0] = {}) => application({ stage: 'Application Review', ...changes });
const seen = (changes: Partial<Seen> = {}): Seen => ({
  person: person({ applications: [there()] }),
  notes: [],
  own: [],
  ...changes,
});
const of = (one: Row, what: Partial<Seen> = {}, lacks?: (scope: string) => boolean) =>
  undoableOf(one, seen(what), { now: NOW + 20 * MINUTE, can, ...(lacks ? { lacks } : {}) });
const EMAILS = { what: 'emails', why: 'no-call' };

describe('of somebody who was made', () => {
  test('person and application go while both are as they were made; emails that went out do not', () => {
    expect(of(over())).toEqual({ can: ['application', 'person'], cannot: [EMAILS] });
  });

  test('our own note, and what Greenhouse writes down by itself, keep nobody; the note has no call', () => {
    const notes = [{ kind: 'NOTE', userId: OURS }, { kind: 'ACTIVITY', userId: OURS }, { kind: 'EMAIL' }];
    const noted = over({ followUps: [{ step: 'note', state: 'done' }] });
    expect(of(noted, { notes })).toEqual({ can: ['application', 'person'], cannot: [{ what: 'note', why: 'no-call' }, EMAILS] });
  });

  test.each<[string, Partial<Seen>]>([
    ["a colleague's note", { notes: [{ kind: 'NOTE', userId: 8 }] }],
    ['a call that a colleague wrote down', { notes: [{ kind: 'ACTIVITY', userId: 8 }] }],
    ['a note of the recruiter themselves', { notes: [{ kind: 'NOTE', userId: OURS }] }],
    ['another application', { person: person({ applications: [there(), there({ id: 2002, jobId: 42 })] }) }],
    ["a colleague's tag", { person: person({ tags: ['silver'], applications: [there()] }) }],
    ['something done with them later', { person: person({ lastActivityAt: LATER, applications: [there()] }) }],
    [
      'an application of ours that no list shows yet',
      { own: [{ rowId: 'other', over: true, open: false, sure: true, made: true, candidateId: 1001, at: NOW }] },
    ],
  ])('%s keeps the person, and not the application', (_what, what) => {
    expect(of(over(), what)).toEqual({ can: ['application'], cannot: [{ what: 'person', why: 'others-work' }, EMAILS] });
  });

  test.each<[string, Parameters<typeof application>[0]]>([
    ['moved', { stage: 'Phone Screen' }],
    ['rejected', { status: 'rejected' }],
    ['worked on', { lastActivityAt: LATER }],
  ])('an application that was %s stays, and the person with it', (_what, changes) => {
    expect(of(over(), { person: person({ applications: [there(changes)] }) }).cannot).toEqual([
      { what: 'application', why: 'others-work' },
      { what: 'person', why: 'others-work' },
      EMAILS,
    ]);
  });

  test('where notes may not be read nobody is deleted over them', () => {
    expect(of(over(), { notes: undefined }).cannot).toContainEqual({ what: 'person', why: 'no-right' });
  });

  test('a right that is known to be missing is told for its part alone', () => {
    const { can: parts, cannot } = of(over(), {}, (scope) => scope === 'harvest:candidates:destroy');
    expect(parts).toEqual(['application']);
    expect(cannot).toContainEqual({ what: 'person', why: 'no-right' });
  });

  test('not listed is too early at first, and gone an hour later', () => {
    const nobody = seen({ person: undefined });
    const at = (now: number) => undoableOf(over(), nobody, { now, can });
    expect(at(NOW + MINUTE).cannot).toContainEqual({ what: 'person', why: 'not-listed' });
    expect(at(NOW + HOUR + MINUTE).cannot).toContainEqual({ what: 'person', why: 'gone' });
    expect(of(over(), { person: person({ firstName: '', lastName: '', emails: [] }) }).can).toEqual([]);
  });

  test('an application whose number was not told is the one at its place', () => {
    const { applicationId: _untold, ...view } = over().view;
    expect(of({ ...over(), view }).can).toEqual(['application', 'person']);
  });

  test('with the tags that it brought', () => {
    const tagged = over({}, { tags: ['Rust'] });
    expect(of(tagged, { person: person({ tags: ['rust'], applications: [there()] }) }).can).toEqual([
      'application',
      'person',
      'tags',
    ]);
  });

  test('what was taken back before is offered no more', () => {
    const rest = over({ back: [{ part: 'application', state: 'done' }] }, { removed: { applicationId: 2001 } });
    const { applicationId: _gone, ...view } = rest.view;
    expect(of({ ...rest, view }).can, 'though lists may show it still').toEqual(['person']);
  });
});

describe('what another export from here', () => {
  const other = (changes: Partial<Seen['own'][number]> = {}): Seen['own'] => [
    { rowId: 'other', over: true, open: false, sure: true, candidateId: 1001, at: NOW, ...changes },
  ];

  test.each<[string, Partial<Seen['own'][number]>]>([
    ['still does for them', { over: false }],
    ['may have on its way to them', { over: false, open: true, candidateId: undefined }],
  ])('%s keeps all of it', (_what, changes) => {
    expect(of(over(), { own: other(changes) })).toEqual({
      can: [],
      cannot: [{ what: 'application', why: 'in-use' }, { what: 'person', why: 'in-use' }, EMAILS],
    });
  });

  test('did for somebody else, or has finished, keeps nothing', () => {
    expect(of(over(), { own: other({ over: false, candidateId: 1002 }) }).cannot).toEqual([EMAILS]);
    expect(of(over(), { own: other() }).cannot).toEqual([EMAILS]);
  });

  test.each([
    ['note', ['person']],
    ['identity', []],
  ] as const)('left with them as %s counts before any list shows it', (step, kept) => {
    const done = over({ id: 'other', outcome: 'already-there', followUps: [{ step, state: 'done' }] });
    expect(of(over(), { own: oursOf(over(), [done]) }).cannot.flatMap(({ what }) => (what === 'emails' ? [] : what))).toEqual(
      kept,
    );
  });
});

describe('what was found by looking, after the answer was lost,', () => {
  test("may be a colleague's of the same moment, and is not deleted", () => {
    expect(of(over({}, { looks: 1, tags: ['rust'] }))).toEqual({
      can: [],
      cannot: [
        { what: 'application', why: 'unsure' },
        { what: 'person', why: 'unsure' },
        { what: 'tags', why: 'unsure' },
        EMAILS,
      ],
    });
  });

  test('of somebody who was there leaves our own tags to be taken off', () => {
    const added = over({ outcome: 'added' }, { looks: 1, tags: ['rust'] });
    expect(of(added).can).toEqual(['tags']);
  });
});

describe('of somebody who was there', () => {
  test('the application and our tags go, the person never; the profile stays with them', () => {
    const added = over(
      {
        outcome: 'added',
        followUps: [
          { step: 'identity', state: 'done' },
          { step: 'tags', state: 'done' },
        ],
      },
      { tags: ['rust'] },
    );
    const colleagues = person({ tags: ['rust', 'silver'], applications: [there(), there({ id: 9, jobId: 3 })] });
    expect(of(added, { person: colleagues, notes: [{ kind: 'NOTE', userId: 8 }] })).toEqual({
      can: ['application', 'tags'],
      cannot: [{ what: 'profile', why: 'no-call' }, EMAILS],
    });
  });

  test('nothing goes of an update, nor of whom an export found where it would have put them', () => {
    expect(of(over({ outcome: 'updated' }))).toEqual({ can: [], cannot: [{ what: 'profile', why: 'no-call' }] });
    expect(of(over({ outcome: 'already-there' }))).toEqual({ can: [], cannot: [] });
  });
});

test('a step that has no words of its own is told as what else was added', () => {
  const added = over({ followUps: [{ step: 'attachment', state: 'done' }] });
  expect(of(added).cannot).toContainEqual({ what: 'rest', why: 'no-call' });
});

test('with a partner key nothing goes', () => {
  expect(undoableOf(over(), seen(), { now: NOW, can: capabilitiesOf('partner') })).toEqual({
    can: [],
    cannot: [{ what: 'application', why: 'not-offered' }, { what: 'person', why: 'not-offered' }, EMAILS],
  });
});
