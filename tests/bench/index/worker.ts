/** The worker of a bench extension, whose name says which store it has. The store is opened by the first question, as after each death. */
import { type Contender, CONTENDERS } from './contenders.ts';
import { asked, page } from './people.ts';

export type Question =
  /** Puts the people from one number up to another, in pages; answers with milliseconds a page. */
  | { do: 'fill'; from: number; to: number; pageSize: number }
  /** After the last page. */
  | { do: 'settle' }
  /** Asks one after the other; answers with the milliseconds of each. */
  | { do: 'profiles'; count: number; size: number; round: number }
  /** Asks about so many at once; answers with the milliseconds. */
  | { do: 'batch'; count: number; size: number; round: number };

let opened: Promise<Contender> | undefined;
const contender = (): Promise<Contender> =>
  (opened ??= CONTENDERS[chrome.runtime.getManifest().name as keyof typeof CONTENDERS]());

/** Of the profiles that are asked about one by one, and of the rows of a results page, in a hundred. */
const KNOWN = { profile: 50, row: 30 };

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function right(work: Promise<number>): Promise<void> {
  const wrong = await work;
  if (wrong > 0) throw new Error(`${wrong} wrong answers`);
}

async function answer(question: Question): Promise<number[]> {
  const store = await contender();
  if (question.do === 'fill') {
    const times = [];
    for (let from = question.from; from < question.to; from += question.pageSize) {
      const to = Math.min(from + question.pageSize, question.to);
      const entries = page(from, to);
      times.push(await timed(() => store.put(entries, { cursor: `after ${to}` })));
    }
    return times;
  }
  if (question.do === 'settle') {
    await store.settle();
    return [];
  }
  const { count, size, round } = question;
  if (question.do === 'batch') {
    const rows = asked('row', count, size, KNOWN.row, round);
    return [await timed(() => right(store.wrong(rows)))];
  }
  const { people, expected } = asked('profile', count, size, KNOWN.profile, round);
  const times = [];
  for (const [at, person] of people.entries())
    times.push(await timed(() => right(store.wrong({ people: [person], expected: [expected[at]] }))));
  return times;
}

chrome.runtime.onMessage.addListener((question: Question, _sender, respond) => {
  answer(question).then(
    (times) => respond({ times }),
    (thrown: unknown) => respond({ failed: String(thrown) }),
  );
  return true;
});
