/** What this machine knows, and what Greenhouse says: whichever comes first, nobody is ever called new too early. */
import { beforeEach, describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import type { Verdict } from '#lib/identity/schema.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';
import { PATIENCE_MS } from '#lib/panel/patience.ts';

import { fakeWorld, MIRA_TAB, TOMAS_TAB } from './fake-ports.ts';
import { known, knownHere, nobody, nobodyHere, possible, tomas } from './people.ts';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

function begin() {
  world = fakeWorld();
  panel = createPanel(world.ports);
  panel.start();
}
beforeEach(begin);

const onShow = () => panel.page.state.value.is === 'person' && panel.person.draft.value !== undefined;
const stands = () => panel.verdict.standing.value.is;
const never = <T>() => new Promise<T>(() => {});

/** What the verdict was at each moment at which somebody was on show, from the first. */
function watch(): string[] {
  const seen: string[] = [];
  panel.person.draft.subscribe((draft) => {
    // Effects of the same change run first.
    queueMicrotask(() => draft && seen.push(`${panel.verdict.state.value.is} ${stands()}`));
  });
  return seen;
}

describe('before somebody is shown', () => {
  test('this machine has answered, and its answer stands with them from the first', async () => {
    const answer = Promise.withResolvers<Verdict>();
    world.ports.greenhouse.known.mockReturnValue(answer.promise);
    world.ports.greenhouse.find.mockReturnValue(never());
    const seen = watch();
    await world.show(MIRA_TAB);
    expect(onShow()).toBe(false);
    answer.resolve(knownHere());
    await world.settle();
    expect(onShow()).toBe(true);
    expect(seen[0]).toBe('answered known');
  });

  test('a slow disk hides nobody: they are shown, and are being looked up', async () => {
    world.ports.greenhouse.known.mockReturnValue(never());
    world.ports.greenhouse.find.mockReturnValue(never());
    await world.show(MIRA_TAB);
    await world.pass(PATIENCE_MS - 300);
    expect(onShow()).toBe(false);
    await world.pass(300);
    expect(onShow()).toBe(true);
    expect(panel.verdict.state.value).toEqual({ is: 'checking' });
  });

  test('the view’s own parts are there, or the patience is over', async () => {
    world.ports.parts = never;
    await world.show(MIRA_TAB);
    expect(onShow()).toBe(false);
    await world.pass(PATIENCE_MS);
    expect(onShow()).toBe(true);
  });

  test('the address alone is asked about while the page is read, and stands in where the disk is slow', async () => {
    const reading = Promise.withResolvers<typeof tomas>();
    world.ports.tab.read.mockReturnValue(reading.promise);
    world.ports.greenhouse.find.mockReturnValue(never());
    world.ports.greenhouse.known.mockResolvedValueOnce(knownHere());
    await world.show(TOMAS_TAB);
    expect(world.ports.greenhouse.known.mock.calls).toEqual([
      [
        {
          externalIds: ['linkedin:tomas-brandt-fixture'],
          emails: [],
          urls: ['https://www.linkedin.com/in/tomas-brandt-fixture/'],
        },
      ],
    ]);
    world.ports.greenhouse.known.mockReturnValue(never());
    reading.resolve(tomas);
    await world.settle();
    await world.pass(PATIENCE_MS);
    expect(stands()).toBe('known');
  });

  test('whoever is on show already stays there while the page is read again', async () => {
    await world.show(MIRA_TAB);
    world.ports.greenhouse.known.mockReturnValue(never());
    panel.page.readAgain();
    await world.settle();
    expect(onShow()).toBe(true);
    expect(panel.page.busy.value).toBe(false);
  });

  test('without a connection this machine is not asked', async () => {
    world = fakeWorld({ connection: null });
    panel = createPanel(world.ports);
    panel.start();
    await world.show(MIRA_TAB);
    expect(onShow()).toBe(true);
    expect(world.ports.greenhouse.known).not.toHaveBeenCalled();
  });
});

/** Each answer, and what becomes of it. */
const HERE = { hit: knownHere(), miss: nobodyHere, broken: new AppError('bug'), silent: undefined };
const THERE = { known, new: nobody, possible, refused: new AppError('greenhouse/unreachable'), silent: undefined };

/** Written from the promise, not from the code: Greenhouse's word, else this machine's hit, else we do not know. */
function promised(here: keyof typeof HERE | undefined, there: keyof typeof THERE | undefined): string {
  if (there === 'known' || there === 'new' || there === 'possible') return `answered ${there}`;
  if (here === 'hit') return there === 'refused' ? 'answered known, refused' : 'answered known';
  return there === 'refused' ? 'failed undecided, refused' : 'checking undecided';
}

const told = () => `${panel.verdict.state.value.is} ${stands()}${panel.verdict.error.value ? ', refused' : ''}`;

describe('every pair of answers, in both orders', () => {
  const settle = <T>({ resolve, reject }: PromiseWithResolvers<T>, answer: T | AppError | undefined) => {
    if (answer instanceof AppError) reject(answer);
    else if (answer !== undefined) resolve(answer);
    return world.settle();
  };

  for (const here of Object.keys(HERE) as (keyof typeof HERE)[]) {
    for (const there of Object.keys(THERE) as (keyof typeof THERE)[]) {
      test.each(['here first', 'there first'])(`here ${here}, there ${there}, %s`, async (order) => {
        const [local, remote] = [Promise.withResolvers<Verdict>(), Promise.withResolvers<Verdict>()];
        world.ports.greenhouse.known.mockReturnValue(local.promise);
        world.ports.greenhouse.find.mockReturnValue(remote.promise);
        await world.show(MIRA_TAB);
        await world.pass(PATIENCE_MS);
        expect(told()).toBe('checking undecided');
        if (order === 'here first') {
          await settle(local, HERE[here]);
          expect(told()).toBe(promised(here, undefined));
          await settle(remote, THERE[there]);
        } else {
          await settle(remote, THERE[there]);
          expect(told()).toBe(promised(undefined, there));
          await settle(local, HERE[here]);
        }
        expect(told()).toBe(promised(here, there));
      });
    }
  }
});

test('what this machine says of A too late never stands beside B', async () => {
  const late = Promise.withResolvers<Verdict>();
  world.ports.greenhouse.known.mockReturnValue(late.promise);
  world.ports.greenhouse.find.mockReturnValue(never());
  await world.show(MIRA_TAB);
  await world.pass(PATIENCE_MS);
  world.ports.greenhouse.known.mockResolvedValue(nobodyHere);
  world.ports.tab.read.mockResolvedValue(tomas);
  await world.show(TOMAS_TAB);
  late.resolve(knownHere());
  await world.settle();
  expect(told()).toBe('checking undecided');
});

test('somebody who was found stays found while an address is added', async () => {
  world.ports.greenhouse.find.mockResolvedValueOnce(known).mockReturnValue(never());
  await world.show(MIRA_TAB);
  panel.person.setList('emails', [{ value: 'mira@quayside.example', type: 'work' }]);
  await world.pass(1000);
  expect(world.ports.greenhouse.find).toHaveBeenCalledTimes(2);
  expect(stands()).toBe('known');
});

test('somebody who was new is being looked up again, not new, while an address is added', async () => {
  world.ports.greenhouse.find.mockResolvedValueOnce(nobody).mockReturnValue(never());
  await world.show(MIRA_TAB);
  expect(stands()).toBe('new');
  panel.person.setList('emails', [{ value: 'mira@quayside.example', type: 'work' }]);
  await world.pass(1000);
  expect(told()).toBe('checking undecided');
});
