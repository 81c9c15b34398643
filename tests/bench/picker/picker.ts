/**
 * The job picker in the real panel, with ten thousand jobs and with a hundred: the same letters are typed into both in turns.
 * The browsers do not wait for the screen's next refresh, which would add the same idle time to both and flatter the ratio.
 */
import type { Locator } from '@playwright/test';

import { recruiter, type Recruiter } from '../recruiter.ts';
import type { Row } from '../row.ts';
import { median, range, ratios } from '../spread.ts';
import { typeEach, type Typed } from './typing.ts';

const MANY = 10_000;
const FEW = 100;
const ROUNDS = 8;
const AT_MOST = 4;
const CASE = 'linkedin/sdui-contact-overlay-open';
/** A Site Admin: whoever may use every job has the longest list. */
const SITE_ADMIN = 'amara.lindqvist@birchlabs.example';
const NO_WAITING = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Letter by letter: what nearly everything matches, what many do, and what nothing does. */
const WORDS = ['engineer', 'senior d', 'berl', 'xq'];
const TEXTS = WORDS.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));

interface Desk {
  recruiter: Recruiter;
  box: Locator;
  /** How many jobs the panel has got to search in. */
  offered: number;
}

async function desk(jobs: number): Promise<Desk> {
  const one = await recruiter({ sandbox: { jobs, candidates: 50 }, email: SITE_ADMIN, flags: NO_WAITING });
  try {
    const panel = await one.panelFor(await one.visit(CASE));
    const box = panel.getByRole('combobox', { name: 'Job', exact: true });
    await box.click();
    await panel.getByRole('listbox', { name: 'Job', exact: true }).getByRole('option').nth(1).waitFor({ timeout: 60_000 });
    const reply = (await panel.evaluate(() =>
      chrome.runtime.sendMessage({ v: 1, name: 'jobs.list', body: { refresh: false } }),
    )) as { value: { jobs: unknown[] } };
    return { recruiter: one, box, offered: reply.value.jobs.length };
  } catch (thrown) {
    await one.close();
    throw thrown;
  }
}

const total = (typed: readonly Typed[], part: 'painted' | 'changed'): number => typed.reduce((sum, one) => sum + one[part], 0);

const type = ({ box }: Desk): Promise<Typed[]> => box.evaluate(typeEach, TEXTS);

export async function picker(): Promise<Row[]> {
  const few = await desk(FEW);
  try {
    const many = await desk(MANY);
    try {
      return await compare(few, many);
    } finally {
      await many.recruiter.close();
    }
  } finally {
    await few.recruiter.close();
  }
}

async function compare(few: Desk, many: Desk): Promise<Row[]> {
  const rounds: { few: Typed[]; many: Typed[] }[] = [];
  // The first round warms up, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push({ few: await type(few), many: await type(many) });
  const counted = rounds.slice(1);
  /** All texts of a round together, round by round: a median of single letters would hide the dear ones. */
  const spread = (part: 'painted' | 'changed') =>
    ratios(
      counted.map((round) => total(round.many, part)),
      counted.map((round) => total(round.few, part)),
    );
  const painted = spread('painted');
  const changed = spread('changed');
  const [last] = counted;
  if (!last || many.offered < MANY * 0.8 || few.offered > FEW) throw new Error('The lists are not as long as they should be.');
  if (Math.min(...last.many.map((one) => one.drawn)) > 0) throw new Error('The list of jobs did not follow what was typed.');
  return [
    {
      what: `picker: input to painted list, ${MANY} jobs to ${FEW}`,
      value: median(painted),
      unit: 'ratio',
      range: range(painted),
      atMost: AT_MOST,
      note: `${TEXTS.length} inputs × ${ROUNDS}, ${many.offered} and ${few.offered} jobs offered`,
    },
    { what: 'picker: the same, to the changed document alone', value: median(changed), unit: 'ratio', range: range(changed) },
  ];
}
