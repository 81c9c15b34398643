import { describe, expect, test } from 'vitest';

import { step, type Event } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';
import type { ExportAnswer, FollowUp } from '#lib/export/schema.ts';

import { failed, HOUR, lost, MINUTE, moment, NOW, row, WOKEN } from './rows.ts';

const WEEK = 7 * 24 * HOUR;
const REFUSED = { code: 'greenhouse/forbidden' } as const;
const UNKNOWN = { code: 'greenhouse/unknown-outcome' } as const;
const SENT = { at: NOW };

const attaching = (...followUps: FollowUp[]): Row =>
  row({
    sends: [{ what: 'person', at: NOW, closed: 'found' }],
    view: { state: 'attaching', candidateId: 1001, outcome: 'created', followUps },
  });
/** Where it comes to rest, and what is asked for on the way there. */
function on(from: Row, event: Event, at = moment()) {
  let next = step(from, event, at);
  while (next.act.do === 'go-on') next = step(next.row, WOKEN, at);
  return next;
}
const asked = (...followUps: FollowUp[]): Row => on(attaching(...followUps), WOKEN).row;
const said = (answer: ExportAnswer, about: Row): Extract<Event, { is: 'said' }> => ({
  is: 'said',
  answer,
  seen: about.writtenAt,
  about: 'follow-up',
});
const NOTE_REFUSED: FollowUp = { step: 'note', state: 'failed', sent: SENT, error: REFUSED };
const TAGS_REFUSED: FollowUp = { step: 'tags', state: 'failed', sent: SENT, error: REFUSED };
const NOTE_UNKNOWN: FollowUp = { step: 'note', state: 'unknown', sent: SENT, looks: 9, error: UNKNOWN };

describe('a step that is refused', () => {
  test('stops no other; then somebody is asked, once for all of them', () => {
    const first = on(
      attaching({ step: 'note', state: 'sending', sent: SENT }, { step: 'tags', state: 'waiting' }),
      failed('follow', 'greenhouse/forbidden', 'refused'),
    );
    expect(first.act).toEqual({ do: 'follow', which: { step: 'tags' } });
    const { row: stopped } = on(first.row, failed('follow', 'greenhouse/forbidden', 'refused'));
    expect(stopped.view).toMatchObject({ state: 'needs-you', question: 'follow-up', outcome: 'created' });
    expect(stopped.view.followUps).toMatchObject([NOTE_REFUSED, TAGS_REFUSED]);
    expect(stopped.request, 'and it can still be sent').toBeDefined();
  });

  test('is sent again by the word of the recruiter, and by itself', () => {
    const both = asked(NOTE_REFUSED, TAGS_REFUSED);
    const { row: again, act } = on(both, said({ do: 'retry-step', step: 'note' }, both));
    expect(act).toEqual({ do: 'follow', which: { step: 'note' } });
    expect(again.view.followUps).toMatchObject([{ state: 'sending', sent: SENT }, { state: 'failed' }]);
    const { row: after } = on(again, { is: 'followed', which: { step: 'note' } });
    expect(after.view).toMatchObject({ state: 'needs-you', followUps: [{ state: 'done' }, { state: 'failed' }] });
  });

  test('is left out by their word, and the export ends when none is left', () => {
    const both = asked(NOTE_REFUSED, TAGS_REFUSED);
    const { row: one } = on(both, said({ do: 'skip-step', step: 'tags' }, both));
    expect(one.view).toMatchObject({ state: 'needs-you', followUps: [{ state: 'failed' }, { step: 'tags', state: 'skipped' }] });
    const { row: none } = on(one, said({ do: 'skip-step', step: 'note' }, one));
    expect(none.view.state).toBe('done');
    expect(none.view.followUps[0], 'it is certain that it is not there').toEqual({ step: 'note', state: 'skipped' });
  });

  test.each([{ seen: NOW - 1 }, { about: 'twice' }] as const)('is not answered by a word to another view: %o', (other) => {
    const refused = asked(NOTE_REFUSED);
    for (const what of ['retry-step', 'skip-step'] as const) {
      const next = step(refused, { ...said({ do: what, step: 'note' }, refused), ...other }, moment());
      expect(next.row).toBe(refused);
    }
  });

  test('stays behind when nobody answers for a week, and is told as that', () => {
    const refused = asked(NOTE_REFUSED);
    expect(refused.view.retryAt).toBe(NOW + WEEK);
    expect(on(refused, WOKEN, moment({ now: NOW + WEEK - 1 })).row.view.state).toBe('needs-you');
    const { row: over } = on(refused, WOKEN, moment({ now: NOW + WEEK }));
    expect(over.view).toMatchObject({ state: 'done', followUps: [{ step: 'note', state: 'failed', error: REFUSED }] });
  });

  test('is told and not asked about where the credential can never do it', () => {
    const never: FollowUp = { ...NOTE_REFUSED, error: { code: 'greenhouse/not-offered' } };
    expect(asked(never).view).toMatchObject({ state: 'done', followUps: [never] });
  });

  test('hides no twin: of another record of them somebody hears before', () => {
    const refused = { ...asked(NOTE_REFUSED), watch: { next: NOW + MINUTE, looks: 1 } };
    const look = step(refused, WOKEN, moment({ now: NOW + MINUTE }));
    expect(look.act).toEqual({ do: 'look', whom: 'twins' });
    const alone = on(look.row, { is: 'looked', whom: 'twins', twins: [1001] }, moment({ now: NOW + MINUTE }));
    expect(alone.row.view.question).toBe('follow-up');
  });
});

describe('a note of which nobody knows', () => {
  const later = moment({ now: NOW + HOUR });

  test('is asked about, and looked for all the same', () => {
    const unknown = asked({ ...NOTE_UNKNOWN, retryAt: NOW + HOUR });
    expect(unknown.view).toMatchObject({ question: 'follow-up', retryAt: NOW + HOUR });
    const look = step(unknown, WOKEN, later);
    expect(look).toMatchObject({ row: { view: { state: 'needs-you' } }, act: { do: 'look-for', which: { step: 'note' } } });
    const found = on(look.row, { is: 'looked-for', which: { step: 'note' }, there: true }, later);
    expect(found.row.view).toMatchObject({ state: 'done', followUps: [{ step: 'note', state: 'done' }] });
  });

  test('is added again only after one more look', () => {
    const unknown = asked(NOTE_UNKNOWN);
    const look = on(unknown, said({ do: 'retry-step', step: 'note' }, unknown));
    expect(look.act).toEqual({ do: 'look-for', which: { step: 'note' } });
    const looks = (there: boolean | undefined) => on(look.row, { is: 'looked-for', which: { step: 'note' }, there });
    expect(looks(true).row.view).toMatchObject({ state: 'done', followUps: [{ state: 'done' }] });
    expect(looks(false).act).toEqual({ do: 'follow', which: { step: 'note' } });
    expect(looks(undefined).act, 'they have looked').toEqual({ do: 'follow', which: { step: 'note' } });
  });

  test('that is refused when it is added again is as unknown as before: the first may come to be there yet', () => {
    const unknown = asked(NOTE_UNKNOWN);
    const look = on(unknown, said({ do: 'retry-step', step: 'note' }, unknown));
    const again = on(look.row, { is: 'looked-for', which: { step: 'note' }, there: false });
    const refused = on(again.row, failed('follow', 'greenhouse/forbidden', 'refused'));
    expect(refused.row.view).toMatchObject({
      question: 'follow-up',
      followUps: [{ step: 'note', state: 'unknown', error: UNKNOWN }],
    });
    const passing = on(again.row, failed('follow', 'greenhouse/unreachable', 'no'));
    const over = on(passing.row, { is: 'said', answer: { do: 'drop' } });
    expect(over.row.view.followUps).toMatchObject([{ step: 'note', state: 'skipped', error: UNKNOWN }]);
  });

  test('left out is told as perhaps there', () => {
    const unknown = asked(NOTE_UNKNOWN);
    const { row: over } = on(unknown, said({ do: 'skip-step', step: 'note' }, unknown));
    expect(over.view).toMatchObject({ state: 'done', followUps: [{ step: 'note', state: 'skipped', error: UNKNOWN }] });
  });
});

describe('an export that ends otherwise', () => {
  test.each([
    ['waiting', undefined],
    ['failed', undefined],
    ['sending', UNKNOWN],
    ['lost', UNKNOWN],
    ['unknown', UNKNOWN],
  ] as const)('leaves out what did not follow when it is dropped: %s', (state, error) => {
    const from = attaching({ step: 'note', state, sent: SENT });
    const waiting = { ...from, view: { ...from.view, retryAt: NOW + 1 } };
    const dropped = step(waiting, { is: 'said', answer: { do: 'drop' } }, moment());
    expect(dropped.row.view.state).toBe('done');
    expect(dropped.row.view.followUps).toEqual([{ step: 'note', state: 'skipped', ...(error ? { error } : {}) }]);
  });

  test('tells what cannot follow somebody who is there by word, without a number', () => {
    const from = lost({
      view: { state: 'needs-you', question: 'unknown-outcome', followUps: [{ step: 'note', state: 'waiting' }] },
    });
    const { row: over } = step(from, { is: 'said', answer: { do: 'is-there' } }, moment());
    expect(over.view).toMatchObject({ state: 'done', followUps: [{ step: 'note', state: 'failed' }] });
  });

  test('sends no note twice that went with the person', () => {
    const request = { ...(row().request as NonNullable<Row['request']>), note: { body: 'Hello', visibility: 'public' as const } };
    const from = lost({
      request,
      sends: [{ what: 'person', at: NOW, noted: true }],
      view: { state: 'needs-you', question: 'cannot-look', followUps: [{ step: 'note', state: 'waiting' }] },
    });
    const { row: over } = step(from, { is: 'said', answer: { do: 'is-there' } }, moment());
    expect(over.view.followUps).toEqual([{ step: 'note', state: 'done' }]);
  });
});
