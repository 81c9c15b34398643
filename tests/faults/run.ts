/** One cell: an export whose call fails, whose browser dies, and whose recruiter is patient. */
import { setTimeout as wait } from 'node:timers/promises';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';

import { exported } from './before.ts';
import { type Clean, isChance } from './calls.ts';
import { type Cell, isWaitedFor, LAGS } from './cells.ts';
import { type Dying, dyingOf } from './dying.ts';
import { type Flavour, FLAVOURS } from './flavours.ts';
import { type Reading, readingOf, wordsOf } from './reading.ts';
import { answerTo, handOf, isLooking, isWanted } from './recruiter.ts';
import type { Stand } from './stand.ts';
import { truthOf } from './truth.ts';
import { endsWell } from './ends.ts';
import type { Problem } from './verdict.ts';
import { faultOf } from './ways.ts';
import { within } from './within.ts';

/** Whatever hangs is told as this cell's. */
const CELL_MS = 100_000;
/** So often they look while nothing new can be seen, and so often they press at all. */
const LOOKS_IN_LAG = 2;
const PRESSES = 20;
/** Longer than a lost answer is looked for before somebody is asked. */
const LONG_MS = 15 * 60_000;

export interface Ran {
  problems: Problem[];
  /** What was told, one after another. */
  told: readonly string[];
  calls: string[];
  /** It came to an end; else nobody knows what it does yet, and its browser is no other cell's. */
  ended: boolean;
}

export async function runCell(stand: Stand, cell: Cell, clean: Clean): Promise<Ran> {
  const { sandbox } = stand;
  const flavour = FLAVOURS[cell.flavour];
  if (!flavour) throw new Error(`no flavour ${cell.flavour}`);
  sandbox.calm();
  sandbox.quirks({ listLagMs: 0 });
  const request = flavour.request(stand.next(), sandbox);
  const reading = readingOf(stand, request, flavour.wish);
  const problems: Problem[] = [];
  let from = sandbox.requests().length;
  const begun = () => (from = sandbox.requests().length);
  const ended = await within(CELL_MS, 'the cell', played({ stand, cell, flavour, request, reading, clean, begun })).then(
    (found) => problems.push(...found) >= 0,
    (thrown: unknown) => problems.push({ kind: 'no end', what: String(thrown) }) < 0,
  );
  if (ended) {
    const views = await stand.views();
    problems.push(...stand.afterwards.changed(views));
    if (problems.length + reading.problems.length === 0) stand.afterwards.ended(cell.key, request, views);
  }
  return {
    problems: [...reading.problems, ...problems],
    told: reading.told,
    calls: sandbox
      .requests()
      .slice(from)
      .map(({ method, path, status, committed, fault }) =>
        [method, path, status, committed ? '' : 'not done', fault].filter(Boolean).join(' '),
      ),
    ended,
  };
}

interface Playing {
  stand: Stand;
  cell: Cell;
  flavour: Flavour;
  request: ExportRequest;
  reading: Reading;
  clean: Clean;
  /** Whatever is asked from now on is asked by the cell. */
  begun: () => void;
}

/** @returns what is wrong at the end. */
async function played(playing: Playing): Promise<Problem[]> {
  const { stand, cell, flavour, request, clean } = playing;
  const { sandbox } = stand;
  if (flavour.byHand) await stand.meet(request);
  if (flavour.wish) await stand.lead(request, await exported(stand, request, flavour.wish), flavour.wish);
  const stood = flavour.wish ? truthOf(sandbox, request).makes : undefined;
  await stand.cold();
  if (isWaitedFor(cell)) await stand.hurry();
  playing.begun();
  sandbox.quirks({ listLagMs: LAGS[cell.lag] });
  const gate = sandbox.gate(cell.call.match);
  sandbox.fault({ match: cell.call.match, ...faultOf(cell) }, ...(flavour.refused ? [flavour.refused] : []));
  const dying = dyingOf(stand, cell, gate);
  if (!flavour.wish) await stand.start(request);
  const view = await untilOver(playing, dying);
  await dying.end();
  const notMet = dying.met() || isChance(cell.call) ? [] : [{ kind: 'not met' as const, what: 'the call was not made' }];
  if (!view) return [...notMet, { kind: 'no end', what: 'its row is gone' }];
  if (!isOver(view.state)) return [...notMet, { kind: 'no end', what: `it stays ${wordsOf(view)}` }];
  const mayNot = cell.fault.startsWith('403');
  const mayNotLink = mayNot && cell.call.match.path.includes('/custom_field');
  const held = { clean: clean.makes, mayNot, mayNotLink, wish: flavour.wish, stood };
  return [...notMet, ...endsWell(view, request, truthOf(sandbox, request), held)];
}

/** The recruiter looks, and presses what there is to press, until there is nothing left. */
async function untilOver({ stand, cell, flavour, request, reading }: Playing, dying: Dying): Promise<ExportView | undefined> {
  const { sandbox } = stand;
  const { wish } = flavour;
  const hand = handOf(stand, request, (what) => reading.note(what));
  // To say what is wanted is no look.
  let presses = wish ? -1 : 0;
  let passed = false;
  for (;;) {
    const view = await stand.view(request);
    if (!view) return undefined;
    if (await dying.now()) continue;
    await reading.hear(view);
    const wanted = isWanted(view, request, wish);
    if ((isOver(view.state) && !wanted) || presses > PRESSES) return view;
    // Whoever is told that something is not allowed has it allowed; whoever looks in vain comes back when the lists are up to date.
    if ((view.state === 'needs-you' || wanted) && hand.isFree() && dying.met()) {
      sandbox.calm();
      if (flavour.refused) sandbox.fault(flavour.refused);
    }
    if (presses >= LOOKS_IN_LAG) sandbox.quirks({ listLagMs: 0 });
    // What is on its way all this time has arrived, or never will.
    if (view.question === 'cannot-look' || (presses > LOOKS_IN_LAG && isLooking(view))) await dying.end();
    if (presses > LOOKS_IN_LAG && isLooking(view) && !passed) {
      passed = true;
      await stand.pass(LONG_MS);
    }
    if (wanted && wish) {
      if (hand.isFree()) presses += 1;
      hand.want(view, wish);
    } else {
      const said = answerTo(view, { ...truthOf(sandbox, request), known: request.candidateId }, Date.now());
      if (said) await stand.answer(view, said);
      if (said) presses += 1;
    }
    await wait(cell.death === 'alive' ? 50 : 100);
  }
}
