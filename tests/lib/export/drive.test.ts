/** The driver and the acceptance of a press, with every effect answered on the spot. */
import { describe, expect, test } from 'vitest';

import { accept } from '#lib/export/accept.ts';
import { drive } from '#lib/export/drive.ts';
import type { Effect, Pressed, Work } from '#lib/export/effects.ts';
import type { Event, Moment } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';

import { exportRequest } from '../../support/export-request.ts';
import { looked, moment, NOW, row, WOKEN } from './machine/rows.ts';

/** A device that keeps rows, and answers acts as it is told; `dies` before the effect of that number. */
function device(
  acts: (act: Extract<Effect, { do: 'act' }>['act']) => Event,
  { dies = Infinity, here = 'ours' }: { dies?: number; here?: Moment['here'] } = {},
) {
  const rows = new Map<string, Row>();
  const effects: Effect[] = [];
  function answer(effect: Effect): unknown {
    switch (effect.do) {
      case 'get':
        return rows.get(effect.id);
      case 'overlapping':
        return [...rows.values()].filter(({ keys }) => keys.some((key) => effect.keys.includes(key)));
      case 'put':
        return void rows.set(effect.row.view.id, effect.row);
      case 'moment':
        return moment({ here });
      case 'act':
        return acts(effect.act);
      default:
        return undefined;
    }
  }
  function run<R>(work: Work<R>): R | undefined {
    let next = work.next();
    while (!next.done && effects.length < dies) {
      effects.push(next.value);
      next = work.next(answer(next.value) as never);
    }
    return next.done ? next.value : undefined;
  }
  return { rows, effects, run };
}

const made: Event = { is: 'made', created: { candidateId: 1001, applicationId: 2001 } };
const alone: Event = { is: 'looked', whom: 'twins', twins: [1001] };
const answers = (act: { do: string; whom?: string }): Event =>
  act.do !== 'look' ? made : act.whom === 'twins' ? alone : looked();

describe('a run', () => {
  const begun = row({ view: { state: 'held', heldUntil: NOW }, keys: ['id b', 'id a'] });

  test('locks all that the person is known by, in one order, and reads the row again under the locks', () => {
    const at = device(answers);
    at.rows.set(begun.view.id, begun);
    at.run(drive(begun.view.id, WOKEN));
    expect(at.effects.slice(0, 3)).toEqual([
      { do: 'get', id: begun.view.id },
      { do: 'lock', names: ['export id a', 'export id b'] },
      { do: 'get', id: begun.view.id },
    ]);
  });

  test('asks to be woken, then writes, then acts; and puts the ids of who was made into the ledger with the row', () => {
    const at = device(answers);
    at.rows.set(begun.view.id, begun);
    const view = at.run(drive(begun.view.id, WOKEN));
    expect(view).toMatchObject({ state: 'done', candidateId: 1001, writtenAt: NOW });
    const told = at.effects.flatMap((effect) =>
      effect.do === 'put'
        ? [effect.row.view.state]
        : effect.do === 'act'
          ? [`${effect.act.do}!`]
          : effect.do === 'wake'
            ? ['wake']
            : [],
    );
    expect(told).toEqual([
      'wake',
      'matching',
      'look!',
      'wake',
      'creating',
      'make!',
      'wake',
      'created',
      'wake',
      'look!',
      'wake',
      'done',
    ]);
    const created = at.effects.flatMap((effect) =>
      effect.do === 'put' && effect.created ? [[effect.row.view.state, effect.created]] : [],
    );
    expect(created).toEqual([['created', { candidateId: 1001, externalIds: ['b', 'a'], exportedAt: NOW }]]);
  });

  test('that dies anywhere makes nothing twice, wherever the next one dies', () => {
    const length = (() => {
      const at = device(answers);
      at.rows.set(begun.view.id, begun);
      at.run(drive(begun.view.id, WOKEN));
      return at.effects.length;
    })();
    for (let dies = 1; dies <= length; dies++) {
      const at = device(answers, { dies });
      at.rows.set(begun.view.id, begun);
      at.run(drive(begun.view.id, WOKEN));
      const again = device((act) =>
        act.do === 'look' && act.whom === 'lost' ? { is: 'looked', whom: 'lost', people: [], own: [] } : answers(act),
      );
      for (const [id, kept] of at.rows) again.rows.set(id, kept);
      again.run(drive(begun.view.id, WOKEN));
      const makes = [...at.effects, ...again.effects].filter((effect) => effect.do === 'act' && effect.act.do === 'make');
      expect(makes.length, `died before effect ${dies}`).toBeLessThan(2);
    }
  });

  test.each<[string, Row]>([
    [
      'another record of them is looked for',
      row({ view: { state: 'done', candidateId: 1 }, watch: { next: NOW - 1, looks: 1 } }),
    ],
    ['it is taken back', row({ view: { state: 'taking-back', candidateId: 1, retryAt: NOW - 1 } })],
    ['they are made one', row({ view: { state: 'merging', candidateId: 1, retryAt: NOW - 1 } })],
  ])('that is due when %s asks for no wake while another account is connected', (_what, due) => {
    const at = device(answers, { here: 'other-account' });
    at.rows.set(due.view.id, due);
    at.run(drive(due.view.id, WOKEN));
    expect(at.effects.map((effect) => effect.do)).toEqual(['get', 'lock', 'get', 'moment']);
  });

  test('of an export that was forgotten is nothing', () => {
    const at = device(answers);
    expect(at.run(drive(begun.view.id, WOKEN))).toBeUndefined();
    expect(at.effects).toHaveLength(1);
  });
});

describe('a press', () => {
  const pressed = (changes: Partial<Pressed> = {}): Pressed => ({
    request: exportRequest(),
    keys: ['id linkedin:mira', '#a1'],
    accounts: ['org-1', 'client-1'],
    holdMs: 10_000,
    now: NOW,
    ...changes,
  });
  const other = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b02';

  test("by another user of the organisation is an export of its own: theirs does not go out under somebody else's name", () => {
    const at = device(answers);
    const first = at.run(accept(pressed({ actingUserId: 7 })));
    const request = exportRequest({ id: other });
    expect(at.run(accept(pressed({ request, actingUserId: 8 })))).toMatchObject({ id: other });
    expect(
      at.run(accept(pressed({ request: exportRequest({ id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b03' }), actingUserId: 7 }))),
    ).toBe(first);
  });

  test('is written down, held', () => {
    const at = device(answers);
    expect(at.run(accept(pressed()))).toMatchObject({ state: 'held', heldUntil: NOW + 10_000, name: 'Mira Okafor' });
    expect(at.rows.get(exportRequest().id)).toMatchObject({ account: 'org-1', sends: [], keys: ['id linkedin:mira', '#a1'] });
  });

  test.each([
    ['again', {}, 1],
    ['of another panel, under another id of theirs', { request: exportRequest({ id: other }) }, 1],
    ['for another job', { request: exportRequest({ id: other, target: { kind: 'candidate', jobId: 42 } }) }, 2],
    ['of somebody who only shares an address', { request: exportRequest({ id: other }), keys: ['id github:ann', '#a1'] }, 2],
    ['under the account’s older name', { request: exportRequest({ id: other }), accounts: ['org-2', 'org-1'] }, 1],
  ] satisfies [string, Partial<Pressed>, number][])('%s', (_, changes, rows) => {
    const at = device(answers);
    at.run(accept(pressed()));
    const view = at.run(accept(pressed(changes)));
    expect(at.rows.size).toBe(rows);
    expect(view?.id).toBe(rows === 1 ? exportRequest().id : other);
  });

  test('among another account’s jobs is refused before anything is written', () => {
    const at = device(answers);
    const request = exportRequest({ account: 'org-9' });
    expect(() => at.run(accept(pressed({ request })))).toThrow(expect.objectContaining({ code: 'message/refused' }));
    expect(at.rows.size).toBe(0);
  });
});
