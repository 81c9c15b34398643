/** What the benchmark calls inside the page; bundled into the one script that is put there. */
import { CONTENDERS, type Contender, type Page } from './contenders.ts';
import { grown } from './grown.ts';
import { readWhole } from './ours.ts';
import { race, timed, type Run } from './race.ts';

/** What each one read: shows that it did its work. */
export async function answers(page: Page, names: Contender[]): Promise<Partial<Record<Contender, string>>> {
  const found: Partial<Record<Contender, string>> = {};
  for (const name of names) found[name] = await CONTENDERS[name](page);
  return found;
}

export const compare = (page: Page, names: Contender[], rounds: number): Promise<Record<Contender, number[]>> =>
  race(Object.fromEntries(names.map((name) => [name, () => CONTENDERS[name](page)])) as Record<Contender, Run>, rounds);

/** One reading in a page in which nothing has run yet, in milliseconds. */
export const first = (page: Page, name: Contender): Promise<number> => timed(() => CONTENDERS[name](page), 1);

/** Nothing but the work, so many times: its allocations are counted from outside. */
export async function repeat(page: Page, name: Contender, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await CONTENDERS[name](page);
}

export interface Growth {
  /** How many elements there are, and how many positions are read. */
  nodes: { one: number; many: number };
  positions: { one: number; many: number };
  times: { one: number[]; many: number[] };
}

/** Ours alone, on a copy of the page and on one of many times its size. */
const sizeOf = (copy: Document): number => copy.querySelectorAll('*').length;

/** Of a page whose lists are a small part of it, the rows are repeated more often, until all of it is so many times as large. */
function enlarged(times: number): Document {
  const wanted = times * sizeOf(document);
  for (let rows = times; ; rows *= 2) {
    const copy = grown(document, rows);
    if (sizeOf(copy) >= wanted || rows > 100 * times) return copy;
  }
}

export async function growth({ url, site }: Page, times: number, rounds: number): Promise<Growth> {
  const one = grown(document, 1);
  const many = enlarged(times);
  const positions = async (copy: Document) => (await readWhole(copy, url, site)).candidate?.positions?.length ?? 0;
  return {
    nodes: { one: sizeOf(one), many: sizeOf(many) },
    positions: { one: await positions(one), many: await positions(many) },
    times: await race({ one: () => readWhole(one, url, site), many: () => readWhole(many, url, site) }, rounds),
  };
}
