/** The first answer of a worker that was asleep, there and back, and the first frame of a panel that wakes it. */
import type { Row } from '../row.ts';
import { median, range, ratios } from '../spread.ts';
import type { BenchBrowser } from './browser.ts';
import type { RealExtension } from './extension.ts';
import type { Bases, Place } from './stores.ts';

const ROUNDS = 9;
const FRAME_ROUNDS = 3;

/** @param naiveOpensSlowly On LevelDB: only there is a bound on what ours is to the naive store. */
export async function asleep(
  browser: BenchBrowser<Place>,
  real: RealExtension,
  { many }: Bases,
  naiveOpensSlowly: boolean,
): Promise<Row[]> {
  const times = { empty: [] as number[], ours: [] as number[], naive: [] as number[], real: [] as number[] };
  const places = ['empty', 'ours', 'naive', 'real'] as const;
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([browser.sleep(), real.sleep()]);
    // Another one is woken first each time.
    for (const at of places.keys()) {
      const place = places[(at + round) % places.length] as (typeof places)[number];
      const asks = 1000 + round;
      const took =
        place === 'real' ? real.roundTrip(asks) : browser.roundTrip(place, { do: 'profiles', count: 1, size: many, round: asks });
      times[place].push(await took);
    }
  }
  const row = (who: 'ours' | 'real', to: 'empty' | 'naive', bound: { atMost?: number }): Row => ({
    what: `index: a stopped worker’s answer, ${CALLED[who]} to ${CALLED[to]}`,
    value: median(ratios(times[who], times[to])),
    unit: 'ratio',
    range: range(ratios(times[who], times[to])),
    ...bound,
    note: `${median(times[who]).toFixed(0)} to ${median(times[to]).toFixed(0)} ms`,
  });
  const tenth = naiveOpensSlowly ? { atMost: 1 / 10 } : {};
  return [
    row('ours', 'empty', { atMost: 4 }),
    row('ours', 'naive', tenth),
    row('real', 'empty', { atMost: 4 }),
    row('real', 'naive', tenth),
  ];
}

const CALLED = {
  ours: 'the index alone',
  real: 'the extension’s own',
  empty: 'an empty one’s',
  naive: 'the naive store’s',
};

/** Every change of the panel counts as well as every frame: what never stood in it was never painted. */
export async function firstFrames(real: RealExtension): Promise<Row> {
  const rounds = [];
  for (let round = 0; round < FRAME_ROUNDS; round += 1) {
    await real.sleep();
    rounds.push(await real.shown());
  }
  if (rounds.some((shown) => !shown.some(({ frame }) => frame))) throw new Error('Nobody was ever painted.');
  const without = rounds.map((shown) => shown.filter(({ match = '' }) => !match.startsWith('In Greenhouse')).length);
  return {
    what: 'index: frames that show the person and no verdict yet, the worker asleep before',
    value: Math.max(...without),
    unit: 'frames',
    atMost: 0,
    note: `panel opened ${FRAME_ROUNDS} times, ${rounds.flat().filter(({ frame }) => frame).length} frames`,
  };
}
