/** Epochs of exports, one after the other, by two browsers that stay the same while each epoch has a Greenhouse of its own. */
import { harvest } from '#lib/greenhouse/harvest/harvest.ts';

import { chance } from '../bench/browsers/simulate.ts';
import { VirtualTime } from '../bench/browsers/virtual-time.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Browser, browser } from './browser.ts';
import { JOB_BEFORE, planned, type Plan } from './mix.ts';
import { troubledNetwork } from './network.ts';
import { requestFor } from './people.ts';
import { recruiter } from './recruiter.ts';
import { type Counted, NONE, type Problem, Truth } from './truth.ts';
import { DAY, HOUR, MINUTE, SECOND, type World } from './world.ts';

const START = Date.UTC(2026, 10, 21, 9);
const TROUBLE = { fault: 0.05, death: 0.01 };
/** How late lists are, by epoch. */
const LAGS_MS = [0, 30 * SECOND, 300 * SECOND];
/** Longer than one lasts, with the month after it. */
const EPOCHS_APART_MS = 60 * DAY;
const NO_LIMIT = 1_000_000;
/** Whatever is not over by then has no end. */
const PATIENCE_MS = 48 * HOUR;
const RECRUITERS = ['priya.ramanathan@birchlabs.example', 'amara.lindqvist@birchlabs.example'];
const ADMINISTRATOR = 'amara.lindqvist@birchlabs.example';
/** While the company is set up. */
const CALM = { fault: 0, death: 0 };

export interface Soak {
  seed: number;
  /** Numbers of the epochs. */
  epochs: readonly number[];
  /** Exported in each epoch, some of them twice. */
  people: number;
  trouble?: World['trouble'];
  /** False only for the test that sees what they are good for. */
  locks?: boolean;
  /** Told when an epoch is over, while all of it is still there. */
  ended?: (sandbox: Sandbox) => void;
}

/** What the browsers' disks hold together. */
type Held = ReturnType<Browser['disk']['held']>;

export interface Outcome extends Counted {
  exports: number;
  problems: (Problem & { epoch: number; trace: readonly string[] })[];
  /** A day after each epoch, when it is told of no longer, and a month after it, when nothing need be remembered but who is who. */
  held: Held[];
  remembered: Held[];
  /** The same for the same soak, whatever the machine is busy with. */
  fingerprints: string[];
}

export async function soak({ seed, epochs, people, trouble = TROUBLE, locks = true, ended }: Soak): Promise<Outcome> {
  const time = new VirtualTime(START);
  const sandbox = await startSandbox({
    plain: true,
    rateLimit: NO_LIMIT,
    tokenRateLimit: NO_LIMIT,
    candidates: 100,
    now: () => time.now,
  });
  const outcome: Outcome = { exports: 0, ...NONE, problems: [], held: [], remembered: [], fingerprints: [] };
  const world: World = {
    time,
    sandbox,
    random: chance(seed),
    truth: new Truth(() => world),
    trouble: CALM,
    lagMs: 0,
    lives: new Map(),
  };
  const disconnect = troubledNetwork(world);
  try {
    const browsers = RECRUITERS.map((email, number) => browser(world, { number, email, holdMs: number * 5 * SECOND, locks }));
    for (const epoch of epochs) {
      world.random = chance(Math.imul(seed, 31) + epoch);
      world.truth = new Truth(() => world);
      // Each as if it were the first, so that it can be played alone.
      for (const one of browsers) one.restart();
      await time.until(START + epoch * EPOCHS_APART_MS);
      world.lagMs = LAGS_MS[epoch % LAGS_MS.length] ?? 0;
      await play(world, browsers, planned(world, epoch, people), trouble);
      ended?.(sandbox);
      const { truth } = world;
      outcome.exports += truth.presses.length;
      for (const name of Object.keys(NONE) as (keyof Counted)[]) outcome[name] += truth.counted[name];
      outcome.problems.push(...truth.problems.map((one) => ({ ...one, epoch, trace: truth.traceOf(one.handle) })));
      outcome.held.push(await heldAfter(world, browsers, 25 * HOUR));
      outcome.remembered.push(await heldAfter(world, browsers, 30 * DAY));
      outcome.fingerprints.push(truth.fingerprint());
    }
    return outcome;
  } finally {
    disconnect();
    await sandbox.close();
  }
}

async function heldAfter({ time }: World, browsers: readonly Browser[], ms: number): Promise<Held> {
  await time.until(time.now + ms);
  const disks = browsers.map(({ disk }) => disk);
  for (const { port } of disks) await port.sweep(time.now);
  return disks
    .map(({ held }) => held())
    .reduce((one, other) => ({ rows: one.rows + other.rows, bytes: one.bytes + other.bytes, ids: one.ids + other.ids }));
}

async function play(world: World, browsers: readonly Browser[], plan: Plan, trouble: World['trouble']): Promise<void> {
  const { time, sandbox, truth } = world;
  world.trouble = CALM;
  sandbox.reset();
  const failures: unknown[] = [];
  let ready = false;
  setUp(world, plan)
    .catch((thrown: unknown) => failures.push(thrown))
    .finally(() => (ready = true));
  await time.pass(() => ready);
  // Whoever was there before is listed by now.
  await time.until(time.now + HOUR);
  sandbox.quirks({ listLagMs: world.lagMs });
  world.trouble = trouble;
  const begun = time.now;
  let pressing = plan.presses.length;
  const isOver = (): boolean =>
    failures.length > 0 ||
    time.now > begun + PATIENCE_MS ||
    (pressing === 0 && browsers.every(({ disk }) => !disk.isWatching() && disk.asking().length === 0));
  const recruiters = browsers.map((one) => recruiter(world, one));
  for (const { attend } of recruiters) void attend(isOver).catch((thrown: unknown) => failures.push(thrown));
  for (const one of plan.presses) {
    truth.pressed(one);
    time.at(begun + one.afterMs, () => {
      void recruiters[one.browser]
        ?.press(one)
        .catch((thrown: unknown) => failures.push(thrown))
        .finally(() => (pressing -= 1));
    });
  }
  await time.pass(isOver);
  if (failures.length > 0) throw failures[0];
  truth.ended(sandbox);
}

/** The fields for external ids are there, and whoever is known before. */
async function setUp({ time, sandbox }: World, { known }: Plan): Promise<void> {
  const host = 'http://administrator.example';
  const greenhouse = harvest({
    clientId: sandbox.clientId,
    secret: async () => sandbox.clientSecret,
    actingEmail: ADMINISTRATOR,
    hosts: { auth: host, harvest: host },
    now: () => time.now,
    sleep: time.sleep,
    online: () => true,
    patience: { attempt: 10 * MINUTE, total: 10 * MINUTE },
  });
  await greenhouse.makeExternalIdFields();
  for (const { handle, by } of known) {
    const { candidate, externalId, aliases } = requestFor(handle, 'linkedin', 0, JOB_BEFORE, 'nothing');
    const findable = by === 'email' ? { ...candidate, links: [] } : { ...candidate, emails: [] };
    await greenhouse.createPerson({
      candidate: findable,
      externalId: by === 'email' ? `crm:${handle}` : externalId,
      aliases: by === 'email' ? [] : aliases,
      target: { kind: 'candidate', jobId: JOB_BEFORE },
      attribution: {},
      tags: [],
    });
  }
}
