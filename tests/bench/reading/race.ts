/** Runs inside the page: times things in turns, so that a noisy moment of the machine hits all of them alike. */
export type Run = () => Promise<unknown>;

/** The browser's clock ticks in tenths of a millisecond: a sample has to be long beside that. */
const SAMPLE_MS = 12;
const WARM_UP_MS = 150;

/** Milliseconds of one run. */
export async function timed(run: Run, times: number): Promise<number> {
  const started = performance.now();
  for (let time = 0; time < times; time += 1) await run();
  return (performance.now() - started) / times;
}

/** Until the engine has compiled what it will compile; answers with how many runs make one sample. */
async function warmUp(run: Run): Promise<number> {
  const started = performance.now();
  let last = 0;
  while (performance.now() - started < WARM_UP_MS) last = await timed(run, 5);
  return Math.max(1, Math.ceil(SAMPLE_MS / Math.max(last, 0.02)));
}

/** Milliseconds of one run, an entry a round, by name. */
export async function race<N extends string>(runs: Record<N, Run>, rounds: number): Promise<Record<N, number[]>> {
  const names = Object.keys(runs) as N[];
  const times = {} as Record<N, number[]>;
  const samples = {} as Record<N, number>;
  for (const name of names) {
    times[name] = [];
    samples[name] = await warmUp(runs[name]);
  }
  for (let round = 0; round < rounds; round += 1) {
    // Another one begins each time: what one leaves for the collector is not always the same one's burden.
    for (const at of names.keys()) {
      const name = names[(at + round) % names.length] as N;
      times[name].push(await timed(runs[name], samples[name]));
    }
  }
  return times;
}
