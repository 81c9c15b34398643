/** One cell: an export whose call fails, whose browser dies, and whose recruiter is patient. */
import { setTimeout as wait } from 'node:timers/promises';

import type { ExportView } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';
import { isLooking } from '#lib/panel/sending.ts';

import type { Fault } from '../sandbox/server.ts';
import { type Clean, isChance } from './calls.ts';
import { type Cell, LAGS } from './cells.ts';
import { type Dying, dyingOf } from './dying.ts';
import { FLAVOURS } from './flavours.ts';
import { pressed } from './recruiter.ts';
import type { Stand } from './stand.ts';
import { truthOf } from './truth.ts';
import { endsWell, lies, type Problem } from './verdict.ts';
import { faultOf } from './ways.ts';

const ENDS_WITHIN_MS = 75_000;
/** So often they look while nothing new can be seen, and so often they press at all. */
const LOOKS_IN_LAG = 2;
const PRESSES = 20;
/** Longer than a lost answer is looked for before somebody is asked. */
const LONG_MS = 15 * 60_000;

export interface Ran {
  problems: Problem[];
  /** What was told, one after another. */
  told: string[];
  calls: string[];
}

export async function runCell(stand: Stand, cell: Cell, clean: Clean): Promise<Ran> {
  const { sandbox } = stand;
  const flavour = FLAVOURS[cell.flavour];
  if (!flavour) throw new Error(`no flavour ${cell.flavour}`);
  sandbox.calm();
  sandbox.quirks({ listLagMs: 0 });
  await stand.cold();
  const request = flavour.request(stand.next(), sandbox);
  const from = sandbox.requests().length;
  sandbox.quirks({ listLagMs: LAGS[cell.lag] });
  const gate = sandbox.gate(cell.call.match);
  sandbox.fault({ match: cell.call.match, ...faultOf(cell) }, ...(flavour.refused ? [flavour.refused] : []));

  const problems: Problem[] = [];
  const told: string[] = [];
  const dying = dyingOf(stand, cell, gate);
  await stand.start(request);

  const hear = (view: ExportView): void => {
    const said = wordsOf(view);
    if (told.at(-1) !== said) told.push(said);
    for (const lie of lies(view, request, truthOf(sandbox, request)))
      if (!problems.some(({ what }) => what === lie.what)) problems.push(lie);
  };
  let passed = false;
  const view = await untilOver(stand, request.id, hear, dying, async (answered, presses) => {
    // Whoever is told that something is not allowed has it allowed; whoever looks in vain comes back when the lists are up to date.
    if (answered.state === 'needs-you' && dying.met()) calm(sandbox, flavour.refused);
    if (presses >= LOOKS_IN_LAG) sandbox.quirks({ listLagMs: 0 });
    if (presses > LOOKS_IN_LAG && !passed && isLooking(answered)) {
      // What is on its way all this time has arrived, or never will.
      if (dying.met()) await gate.committed;
      passed = true;
      await stand.pass(LONG_MS);
    }
    return pressed(answered, truthOf(sandbox, request), Date.now());
  });
  if (dying.met()) await gate.committed;
  else if (!isChance(cell.call)) problems.push({ kind: 'not met', what: 'the call was not made' });
  problems.push(
    ...(view && isOver(view.state)
      ? endsWell(view, truthOf(sandbox, request), clean.makes).filter(({ kind }) => kind !== 'unlinked' || !mayNotRead(cell))
      : [{ kind: 'no end' as const, what: view ? `it stays ${wordsOf(view)}` : 'its row is gone' }]),
  );
  const calls = sandbox.requests().slice(from);
  return {
    problems,
    told,
    calls: calls.map(({ method, path, status, committed, fault }) =>
      [method, path, status, committed ? '' : 'not done', fault].filter(Boolean).join(' '),
    ),
  };
}

/** Whoever may not read the fields for external ids writes none, and is told so in the settings. */
const mayNotRead = ({ call, fault }: Cell): boolean => call.match.path.includes('/custom_field') && fault.startsWith('403');

function calm(sandbox: Stand['sandbox'], refused: Fault | undefined): void {
  sandbox.calm();
  if (refused) sandbox.fault(refused);
}

async function untilOver(
  stand: Stand,
  id: string,
  hear: (view: ExportView) => void,
  dying: Dying,
  answer: (view: ExportView, presses: number) => Promise<ReturnType<typeof pressed>>,
): Promise<ExportView | undefined> {
  const deadline = performance.now() + ENDS_WITHIN_MS;
  let presses = 0;
  for (;;) {
    const view = await stand.view(id);
    if (!view) return undefined;
    hear(view);
    if (await dying.now()) continue;
    if (isOver(view.state) || performance.now() > deadline || presses > PRESSES) return view;
    const said = await answer(view, presses);
    if (said) {
      await stand.answer(view, said);
      presses += 1;
    }
    await wait(150);
  }
}

const wordsOf = ({ state, question, error, retryAt, outcome, followUps }: ExportView): string =>
  [
    state,
    question,
    error?.code,
    retryAt === undefined ? undefined : 'waits',
    outcome,
    ...followUps.map((one) => `${one.step}:${one.state}`),
  ]
    .filter(Boolean)
    .join(' ');
