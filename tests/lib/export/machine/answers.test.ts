import { describe, expect, test } from 'vitest';

import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { step, type Event } from '#lib/export/machine.ts';
import type { ExportAnswer, Question } from '#lib/export/schema.ts';

import { exportRequest } from '../../../support/export-request.ts';
import { looked, lost, MINUTE, moment, NOW, person, row } from './rows.ts';

const said = (answer: ExportAnswer, rest: Partial<Extract<Event, { is: 'said' }>> = {}): Event => ({
  is: 'said',
  answer,
  ...rest,
});
const asked = (question: Question) => row({ view: { state: 'needs-you', question, candidateIds: [1001] } });
const unknown = lost({ view: { state: 'needs-you', question: 'unknown-outcome' } });

describe('an answer', () => {
  test.each([
    ['add-to', 'known'],
    ['add-to', 'gone'],
    ['create-anyway', 'hidden'],
  ] as const)('%s to %s asks once more before anything is sent', (answer, question) => {
    const next = step(asked(question), said(answer === 'add-to' ? { do: answer, candidateId: 1001 } : { do: answer }), moment());
    expect(next).toMatchObject({ row: { view: { state: 'matching' } }, act: { do: 'look', whom: 'before' } });
  });

  test('to another question than the row asks, or of a panel that shows an older one, changes nothing', () => {
    expect(step(unknown, said({ do: 'add-to', candidateId: 5 }), moment()).row).toBe(unknown);
    expect(step(asked('known'), said({ do: 'is-there' }), moment()).row.view.question).toBe('known');
    const known = asked('known');
    expect(step(known, said({ do: 'create-anyway' }, { about: 'unknown-outcome' }), moment()).row).toBe(known);
    expect(step(known, said({ do: 'create-anyway' }, { seen: NOW - 1 }), moment()).row).toBe(known);
    expect(step(known, said({ do: 'create-anyway' }, { seen: NOW, about: 'known' }), moment()).row).not.toBe(known);
  });

  test.each([{ do: 'create-anyway' }, { do: 'add-to', candidateId: 5 }, { do: 'is-there', candidateId: 5 }] as const)(
    '$do while it is being looked for changes nothing',
    (answer) => {
      const looking = lost({ view: { retryAt: NOW + MINUTE } });
      expect(step(looking, said(answer), moment()).row).toBe(looking);
    },
  );

  test('create anyway, after a lost create, looks once more: what came late is found and not made again', () => {
    const next = step(unknown, said({ do: 'create-anyway' }), moment({ now: NOW + 11 * MINUTE }));
    expect(next.act).toEqual({ do: 'look', whom: 'before' });
    const late = step(next.row, looked({ people: [person()], agrees: [[1001, ['external-id']]] }), moment());
    expect(late.row.view).toMatchObject({ state: 'created', outcome: 'created', candidateId: 1001 });
    const not = step(next.row, looked(), moment());
    expect(not).toMatchObject({
      row: { sends: [{ closed: 'said' }, { what: 'person' }] },
      act: { do: 'make', what: 'person' },
    });
  });

  test('create anyway, after a lost application, is about that application and makes nobody a second time', () => {
    const request = exportRequest({ candidateId: 1001 });
    const sends = [{ what: 'application' as const, at: NOW }];
    const { row: willing } = step(
      lost({ request, sends, view: { state: 'needs-you', question: 'unknown-outcome', candidateId: 1001 } }),
      said({ do: 'create-anyway' }),
      moment(),
    );
    const again = step(willing, looked({ people: [person({ applications: [] })] }), moment());
    expect(again.act).toEqual({ do: 'make', what: 'application', candidateId: 1001 });
    expect(again.row.sends).toMatchObject([{ closed: 'said' }, { what: 'application' }]);
    const late = step(willing, looked({ people: [person()] }), moment());
    expect(late.row.view).toMatchObject({ state: 'created', outcome: 'added', applicationId: 2001 });
  });

  test('add to, after create anyway, is the word that counts: nobody new is made', () => {
    const { row: willing } = step(asked('known'), said({ do: 'create-anyway' }), moment());
    const { row: told } = step(willing, looked({ people: [person({ candidateId: 1002, applications: [] })] }), moment());
    const { row: chosen } = step(told, said({ do: 'add-to', candidateId: 1002 }), moment());
    expect(step(chosen, looked({ people: [person({ candidateId: 1002, applications: [] })] }), moment()).act).toMatchObject({
      what: 'application',
      candidateId: 1002,
    });
  });

  test('create anyway tells of somebody who came since the recruiter looked', () => {
    const { row: willing } = step(asked('known'), said({ do: 'create-anyway' }), moment());
    expect(step(willing, looked({ people: [person()] }), moment()).act.do).toBe('make');
    const colleague = person({ candidateId: 1002, externalIds: [] });
    const next = step(willing, looked({ people: [person(), colleague] }), moment());
    expect(next.row.view).toMatchObject({ question: 'known', candidateIds: [1002] });
  });

  test('that it is there ends it: with its number as if it had been found', () => {
    expect(step(unknown, said({ do: 'is-there', candidateId: 7 }), moment()).row).toMatchObject({
      view: { state: 'created', candidateId: 7, outcome: 'created' },
      sends: [{ closed: 'found' }],
    });
    const { row: over } = step(unknown, said({ do: 'is-there' }), moment());
    expect(over.view).toMatchObject({ state: 'done', outcome: 'created' });
    expect(over.sends[0]?.closed, 'nobody knows its number').toBeUndefined();
  });
});

describe('that it is there, with a partner key,', () => {
  const partner = moment({ can: capabilitiesOf('partner') });
  const request = exportRequest({ note: { body: 'Met at a meetup.', visibility: 'public' } });
  const followUps = [{ step: 'note' as const, state: 'waiting' as const }];
  const sends = [{ what: 'person' as const, at: NOW, noted: true }];
  const cannotLook = lost({ request, sends, view: { state: 'needs-you', question: 'cannot-look', followUps } });

  test.each([{ do: 'is-there', candidateId: 7 }, { do: 'is-there' }] as const)(
    'says so of the note that went with them: %o',
    (answer) => {
      const { row: there } = step(cannotLook, said(answer), partner);
      expect(there.view).toMatchObject({ outcome: 'created', followUps: [{ step: 'note', state: 'done' }] });
    },
  );
});

test('that an application is there is told as added, and of the number there was no doubt', () => {
  const sends = [{ what: 'application' as const, at: NOW }];
  const adding = lost({ sends, view: { state: 'needs-you', question: 'unknown-outcome', candidateId: 7 } });
  const next = step(adding, said({ do: 'is-there' }), moment());
  expect(next.row).toMatchObject({ view: { state: 'created', outcome: 'added', candidateId: 7 }, sends: [{ closed: 'found' }] });
});

describe('letting go', () => {
  test('of a create with a note inside leaves it open whether the note is there', () => {
    const blind = row({
      view: { state: 'needs-you', question: 'cannot-look', followUps: [{ step: 'note', state: 'waiting' }] },
      sends: [{ what: 'person', at: NOW, noted: true }],
    });
    const { view } = step(blind, said({ do: 'drop' }), moment()).row;
    expect(view).toMatchObject({
      state: 'abandoned',
      followUps: [{ step: 'note', state: 'skipped', error: { code: 'greenhouse/unknown-outcome' } }],
    });
    const refused = { ...blind, sends: [{ what: 'person', at: NOW, noted: true, closed: 'refused' } as const] };
    expect(step(refused, said({ do: 'drop' }), moment()).row.view.followUps).toEqual([{ step: 'note', state: 'skipped' }]);
  });

  test('says that nothing was sent only where that is certain', () => {
    const drop = said({ do: 'drop' });
    expect(step(asked('known'), drop, moment()).row.view.state).toBe('undone');
    expect(step(unknown, drop, moment()).row).toMatchObject({ view: { state: 'abandoned' }, sends: [{ what: 'person' }] });
    const anyway = row({ sends: [{ what: 'person', at: NOW, closed: 'said' }], view: { state: 'matching', retryAt: NOW } });
    expect(step(anyway, drop, moment()).row.view.state).toBe('abandoned');
    const after = row({ view: { state: 'attaching', outcome: 'created', candidateId: 5, retryAt: NOW } });
    expect(step(after, drop, moment()).row.view.state).toBe('done');
  });

  test('is all that can be done with another account’s, or with what cannot be read', () => {
    const away = moment({ here: 'other-account' });
    const held = row({ view: { state: 'held' } });
    expect(step(held, said({ do: 'retry' }), away).row).toBe(held);
    expect(step(held, said({ do: 'drop' }), away).row.view.state).toBe('undone');
    const { request: _gone, ...unreadable } = unknown;
    expect(step(unreadable, said({ do: 'create-anyway' }), moment()).row).toBe(unreadable);
    expect(step(unreadable, said({ do: 'drop' }), moment()).row.view.state).toBe('abandoned');
  });

  test('of what is over takes it off the list, and changes nothing else', () => {
    const over = lost({ view: { state: 'abandoned' } });
    expect(step(over, said({ do: 'dismiss' }), moment()).row).toEqual({ ...over, view: { ...over.view, dismissed: true } });
    const waiting = asked('known');
    expect(step(waiting, said({ do: 'dismiss' }), moment()).row).toBe(waiting);
  });

  test('leaves nothing to a row that waits for nobody', () => {
    const busy = row({ request: exportRequest(), view: { state: 'matching' } });
    expect(step(busy, said({ do: 'drop' }), moment()).row).toBe(busy);
  });
});
