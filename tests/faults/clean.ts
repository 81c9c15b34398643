/** An export that nothing goes wrong with: what it asks, and what it leaves. */
import { setTimeout as wait } from 'node:timers/promises';

import { isOver } from '#lib/export/schema.ts';

import { callsOf, type Clean } from './calls.ts';
import { FLAVOURS } from './flavours.ts';
import type { Stand } from './stand.ts';
import { truthOf } from './truth.ts';

/** What it still has to ask when it is over comes soon. */
const SETTLES_MS = 1000;

export async function runClean(stand: Stand, name: string): Promise<Clean> {
  const { sandbox } = stand;
  const flavour = FLAVOURS[name];
  if (!flavour) throw new Error(`no flavour ${name}`);
  sandbox.calm();
  sandbox.quirks({ listLagMs: 0 });
  await stand.cold();
  const request = flavour.request(stand.next(), sandbox);
  if (flavour.refused) sandbox.fault(flavour.refused);
  const from = sandbox.requests().length;
  let view = await stand.start(request);
  while (!isOver(view.state)) {
    if (view.state === 'needs-you') throw new Error(`it stops: ${JSON.stringify(view)}`);
    await wait(100);
    view = (await stand.view(request.id)) ?? view;
  }
  await wait(SETTLES_MS);
  return { calls: callsOf(sandbox.requests().slice(from)), makes: truthOf(sandbox, request).makes };
}
