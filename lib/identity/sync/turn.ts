/** One turn of the filling: looks at what is written down, does the one thing that is next, and writes it down. */
import { AppError, type ErrorCode } from '#lib/errors.ts';
import type { EverybodyPage, EverybodyQuery, Greenhouse } from '#lib/greenhouse/port.ts';

import type { PeopleIndex } from '../index/people-index.ts';
import { keysOf } from '../keys-of.ts';
import { begun, begunAgain, parseProgress, type Progress, widened } from './progress.ts';
import { isSame, isWider } from './scope.ts';
import type { IndexScope } from './status.ts';
import { type Circumstances, nextStep, type Step } from './step.ts';
import {
  afterChangesPage,
  afterCrawl,
  afterCrawlPage,
  afterProbe,
  afterRefusedCursor,
  crowded,
  type Told,
  withChangesOpen,
} from './told.ts';

/** Whose index is filled, from where, and what was said about it. */
export interface Base {
  account: string;
  greenhouse: Pick<Greenhouse, 'everybody'>;
  index: PeopleIndex;
  /** Nobody shall be in it: it goes altogether. */
  forget(): Promise<void>;
  scope: IndexScope;
  paused: boolean;
  agreed: boolean;
}

export interface TurnPorts {
  now: () => number;
  /** 0 to 1. */
  random: () => number;
  /** A worker that does nothing for the browser is stopped after 30 s: this is the something. */
  keepAlive: () => Promise<unknown>;
}

/** Until when to rest, epoch milliseconds, if at all; and whether Greenhouse has answered. */
export interface Turned {
  until: number;
  answered: boolean;
}
const ON: Turned = { until: 0, answered: false };
const rest = (until: number): Turned => ({ until, answered: false });

/** What Greenhouse says of a cursor that it does not know any more. */
const REFUSED: ReadonlySet<ErrorCode> = new Set(['greenhouse/invalid', 'greenhouse/not-found']);

type Reading = Extract<Step, { query: unknown }>;

function after(step: Reading, progress: Progress, page: EverybodyPage, at: Circumstances): Told {
  if (step.do === 'crawl') return afterCrawlPage(progress, page, at);
  return { progress: step.do === 'changes' ? afterChangesPage(progress, page, at) : afterProbe(progress, page, step.query, at) };
}

async function pageOf(greenhouse: Base['greenhouse'], query: EverybodyQuery, signal: AbortSignal): Promise<EverybodyPage> {
  const pages = greenhouse.everybody(query, signal);
  const { value: page } = await pages.next();
  await pages.return();
  // A cursor that leads to itself would lead nowhere for ever.
  if (!page || ('cursor' in query && page.cursor === query.cursor)) throw new AppError('greenhouse/garbled');
  return page;
}

async function read(base: Base, ports: TurnPorts, progress: Progress, step: Reading, signal: AbortSignal): Promise<Turned> {
  const { index, greenhouse, agreed } = base;
  await ports.keepAlive();
  let page: EverybodyPage;
  try {
    page = await pageOf(greenhouse, step.query, signal);
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code === 'greenhouse/limited' && step.do === 'changes') await index.put([], crowded(progress));
    if (!('cursor' in step.query) || !REFUSED.has(code)) throw thrown;
    const refused = afterRefusedCursor(progress);
    await index.put([], refused.progress);
    if (refused.stuck) throw thrown;
    return ON;
  }
  // What was asked for somebody who has left meanwhile is nobody's.
  if (signal.aborted) throw new AppError('greenhouse/unreachable');
  const told = after(step, progress, page, { now: ports.now(), random: ports.random(), agreed });
  const entries =
    step.do === 'probe' ? [] : page.people.map((person) => ({ candidateId: person.candidateId, ...keysOf(person) }));
  await index.put(entries, told.progress, told.whole);
  return { until: 0, answered: true };
}

/** Makes it small and quick; `settle` when there is nothing else to do. */
async function tidy({ index }: Base, { keepAlive }: TurnPorts, signal: AbortSignal, settle: boolean): Promise<void> {
  while (!signal.aborted && (await index.tidy(settle))) await keepAlive();
}

/** Rejects with an `AppError` when nothing could be done. `waitsUntil`: after a failure Greenhouse is not asked before. */
export async function turn(base: Base, ports: TurnPorts, signal: AbortSignal, waitsUntil = 0): Promise<Turned> {
  const { index, scope, paused, agreed } = base;
  if (scope.kind === 'off') {
    await base.forget();
    return rest(Number.POSITIVE_INFINITY);
  }
  const now = ports.now();
  const progress = parseProgress(await index.progress());
  if (!progress || !(isSame(scope, progress.scope) || isWider(scope, progress.scope))) {
    await index.clear(begun(scope, now));
    return ON;
  }
  if (!isSame(scope, progress.scope)) {
    await index.put([], widened(progress, scope, now));
    return ON;
  }
  if (paused) return rest(Number.POSITIVE_INFINITY);
  if (waitsUntil > now) return rest(waitsUntil);
  const { crawl, againAt = 0 } = progress;
  if (!crawl?.mends && (await index.stats()).damaged > 0) {
    await index.refill(begunAgain(progress, scope, now, true));
    return ON;
  }
  if (!crawl && againAt <= now) {
    await index.put([], begunAgain(progress, scope, now));
    return ON;
  }

  const at: Circumstances = { now, random: ports.random(), agreed };
  const step = nextStep(progress, at);
  switch (step.do) {
    case 'ask':
      return rest(Number.POSITIVE_INFINITY);
    case 'rest':
      await tidy(base, ports, signal, true);
      return rest(step.until);
    case 'open':
      await index.put([], withChangesOpen(progress, at));
      return ON;
    case 'finish':
      await (crawl?.mends ? index.refilled(afterCrawl(progress, at)) : index.put([], afterCrawl(progress, at)));
      return ON;
    default: {
      const read_ = await read(base, ports, progress, step, signal);
      await tidy(base, ports, signal, false);
      return read_;
    }
  }
}
