/** An export that nothing goes wrong with: what it asks, and what it leaves. */
import { setTimeout as wait } from 'node:timers/promises';

import { isOver } from '#lib/export/schema.ts';

import { exported } from './before.ts';
import { type Call, callsOf, type Clean } from './calls.ts';
import { type Flavour, FLAVOURS } from './flavours.ts';
import type { Stand } from './stand.ts';
import { truthOf } from './truth.ts';

/** What it still has to ask when it is over comes as soon. */
const SETTLES_MS = 1000;

/** What the panel reads meanwhile is no part of the export: beside a profile all, and of two records, say, the names of who did what. */
const isPanels = ({ byHand, wish }: Flavour, { match: { method, path, query } }: Call): boolean =>
  method === 'GET' && (byHand === true || (wish !== undefined && path === '/v3/users' && query.includes('ids')));

export async function runClean(stand: Stand, name: string): Promise<Clean> {
  const { sandbox } = stand;
  const flavour = FLAVOURS[name];
  if (!flavour) throw new Error(`no flavour ${name}`);
  sandbox.calm();
  sandbox.quirks({ listLagMs: 0 });
  const request = flavour.request(stand.next(), sandbox);
  if (flavour.byHand) await stand.meet(request);
  const { wish } = flavour;
  const stood = wish && (await exported(stand, request, wish));
  if (stood) await stand.lead(request, stood, wish);
  await stand.cold();
  if (flavour.refused) sandbox.fault(flavour.refused);
  const from = sandbox.requests().length;
  await (stood ? stand.want(request, stood, wish) : stand.start(request));
  for (;;) {
    const view = await stand.view(request);
    if (view?.state === 'needs-you' && view.writtenAt !== stood?.writtenAt) throw new Error(`it stops: ${JSON.stringify(view)}`);
    if (view && isOver(view.state) && view.writtenAt !== stood?.writtenAt) break;
    await wait(100);
  }
  for (let asked = -1; asked !== sandbox.requests().length; await wait(SETTLES_MS)) asked = sandbox.requests().length;
  const calls = callsOf(sandbox.requests().slice(from)).filter((call) => !isPanels(flavour, call));
  return { calls, makes: truthOf(sandbox, request).makes };
}
