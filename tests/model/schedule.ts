/** One schedule: a few presses of one or two people in one or two browsers, two hours of trouble, and two days in which it must all end. */
import { VirtualTime } from '../bench/browsers/virtual-time.ts';
import { befall } from './befalls.ts';
import { changed } from './changed.ts';
import { client, type Client, type Identity } from './client.ts';
import { colleagues } from './colleagues.ts';
import type { Dice } from './dice.ts';
import { ended } from './ended.ts';
import { greenhouse } from './greenhouse.ts';
import type { Invariant } from './invariants.ts';
import type { Press } from './press.ts';
import type { Target } from './records.ts';
import { recruiter, requestOf, type Met, type Person } from './recruiter.ts';
import { Truth } from './truth.ts';
import { HOUR, MINUTE, SECOND, type World } from './world.ts';

const START = Date.UTC(2026, 10, 22);
const TROUBLED_MS = 2 * HOUR;
/** From the calm, and from the last press. */
const ENDS_WITHIN_MS = 48 * HOUR;
/** How long each of those who share a machine sits before it, once it is calm. */
const TURN_MS = 2 * HOUR;

export interface Outcome {
  /** The invariant that broke. */
  broken: Invariant | undefined;
  trace: readonly string[];
}

export async function play(dice: Dice, traced = false): Promise<Outcome> {
  const trace: string[] = [];
  const time = new VirtualTime(START, 1);
  const truth: Truth = new Truth(() => world);
  const world: World = {
    time,
    dice,
    truth,
    trouble: {
      fault: changed.fault ?? dice.pick([0, 12, 4]),
      death: dice.pick([0, 40, 12]),
      powerLoss: dice.pick([0, 60]),
      full: dice.pick([0, 0, 20]),
    },
    lags: { ids: 0, externalIds: 0, emails: 0, created: 0, applications: 0, pools: 0 },
    closedJobs: new Set(),
    note(what) {
      if (traced) trace.push(`${stamp(time.now - START)} ${what}`);
    },
  };
  const lag = dice.pick([0, 30 * SECOND, 5 * MINUTE]);
  for (const list of ['ids', 'externalIds', 'emails', 'created', 'applications', 'pools'] as const)
    world.lags[list] = dice.once(4) ? 0 : lag;
  truth.tellsTime = !dice.once(4);
  truth.tellsPools = !dice.once(4);

  const server = greenhouse(world);
  const kind = dice.once(6) ? 'partner' : 'harvest';
  const holds = Array.from({ length: changed.together ? 2 : 1 + dice.below(2) }, () => dice.pick([0, 10 * SECOND, MINUTE]));
  const isTogether = holds.length > 1 && (changed.together || dice.once(4));
  const clients = holds.map((holdMs, number) =>
    client(world, number, server, { kind, holdMs: isTogether ? (holds[0] ?? 0) : holdMs }),
  );
  const recruiters = clients.map((one) => recruiter(world, one));
  const people = peopleBy(dice);

  const others = colleagues(world, server);
  const sometime = (inTimes: number, go: () => void): void => {
    if (dice.once(inTimes)) time.at(START + dice.below(TROUBLED_MS), go);
  };
  if (dice.once(4)) others.makes(people[0]!);
  sometime(6, () => others.makes(people[0]!));
  sometime(6, () => others.deletes());
  sometime(3, () => others.works());
  if (dice.once(6)) time.at(START + dice.below(HOUR), () => world.closedJobs.add(41));

  const calmAt = START + TROUBLED_MS;
  const who = dice.once(4) ? IDENTITIES : ONE;
  truth.isQuiet = world.trouble.fault === 0 && who === ONE;
  const plan = planBy(dice, { kind, who, isTogether }, people, clients);
  for (const { at, press } of plan) {
    const { client: number } = press;
    truth.presses.push(press);
    const pressed = (): void => recruiters[number]!.press(press);
    time.at(at, () => {
      clients[number]!.connect(press);
      pressed();
    });
    if (dice.once(4)) time.at(at + dice.pick([SECOND, MINUTE]), pressed);
  }
  for (const [number, one] of clients.entries()) {
    for (let times = dice.below(4); times > 0; times -= 1) time.at(START + dice.below(HOUR), () => befall(world, one));
    for (let times = dice.below(3); times > 0; times -= 1) time.at(START + dice.below(HOUR), () => recruiters[number]!.meddle());
    const attend = (): void => {
      recruiters[number]!.look();
      if (time.now < calmAt + TURN_MS && dice.once(6)) recruiters[number]!.takeBack();
      // Whoever waits for nothing but a list looks in less often.
      const pause = time.now < calmAt + TURN_MS ? 10 + dice.below(20) : 45 + dice.below(60);
      time.at(time.now + pause * MINUTE, attend);
    };
    time.at(START + 10 * MINUTE, attend);
  }

  const lastAt = Math.max(calmAt, plan.at(-1)?.at ?? 0);
  time.at(calmAt, () => {
    world.note('calm from here on');
    world.trouble = { fault: 0, death: 0, powerLoss: 0, full: 0 };
    for (const one of clients) Object.assign(one.state, { connected: true, online: true, locked: false, full: false });
    const turns = (turn: number): void => {
      for (const one of clients) one.connect(who[turn % who.length] ?? who[0]);
      if (who.length > 1) time.at(time.now + TURN_MS, () => turns(turn + 1));
    };
    turns(0);
  });
  const isOver = (): boolean =>
    truth.broken !== undefined ||
    time.now > lastAt + ENDS_WITHIN_MS * who.length ||
    (time.now > lastAt && truth.onItsWay === 0 && clients.every((one) => one.isIdle()));
  await time.pass(isOver);
  if (truth.broken === undefined) ended(truth, clients);
  return { broken: truth.broken, trace };
}

/** Who presses what, where and when. */
function planBy(
  dice: Dice,
  { kind, who, isTogether }: { kind: Client['kind']; who: readonly [Identity, ...Identity[]]; isTogether: boolean },
  people: readonly Person[],
  clients: readonly Client[],
): { at: number; press: Press }[] {
  const presses = isTogether ? 2 + dice.below(3) : 1 + dice.below(4);
  const isMixed = dice.once(3);
  // Somebody comes back to it when what was over has been swept.
  const isLong = dice.once(12);
  let at = START;
  return Array.from({ length: presses }, (_, index) => {
    const n = index + 1;
    // Two recruiters who press for one person in one moment.
    const isOne = isTogether && n <= 2;
    const person = people[isOne ? 0 : dice.below(people.length)]!;
    const number = isOne ? index : dice.below(clients.length);
    const met = dice.pick<Met>(
      person.emails.length > 0 ? ['linkedin', 'linkedin-sales', 'github'] : ['linkedin', 'linkedin-sales'],
    );
    const target = dice.pick(isMixed ? TARGETS : JOBS);
    // The panel lets nothing go along for which there is no call.
    const mayMore = kind === 'harvest';
    const along = { note: dice.once(3), tags: dice.once(3), career: mayMore && dice.once(4), file: mayMore && dice.once(4) };
    const gap = dice.pick([0, 2 * SECOND, 40 * SECOND, 4 * MINUTE, 20 * MINUTE]);
    at += isOne && n === 2 ? 0 : isLong && n === presses ? 25 * HOUR : gap;
    const press: Press = {
      n,
      client: number,
      who: person.who,
      ...dice.pick(who),
      request: requestOf(n, person, met, { ...target }, along),
      blind: kind === 'partner',
      holdMs: clients[number]!.holdMs,
      left: [],
      heard: new Set<number>(),
    };
    return { at, press };
  });
}

/** Who sits before a machine: one recruiter; or two of one organisation by turns, and one of them for another organisation, too. */
const ONE: readonly [Identity, ...Identity[]] = [{ account: 'org-1', user: 1 }];
const IDENTITIES: readonly [Identity, ...Identity[]] = [
  ...ONE,
  { account: 'org-1', user: 2 },
  { account: 'org-2', user: 1 },
] as const;

const JOBS: readonly [Target, ...Target[]] = [
  { kind: 'candidate', jobId: 41 },
  { kind: 'candidate', jobId: 42 },
];
const TARGETS: readonly [Target, ...Target[]] = [
  ...JOBS,
  { kind: 'prospect', jobIds: [41] },
  { kind: 'prospect', jobIds: [41, 42] },
  { kind: 'prospect', jobIds: [] },
  { kind: 'prospect', jobIds: [], poolId: 12 },
  { kind: 'prospect', jobIds: [], poolId: 13 },
  { kind: 'update' },
];

/** Ann, or Ann and Bob; with an address of their own, with none, or with one agency's that both have. */
function peopleBy(dice: Dice): Person[] {
  const shared = dice.once(4);
  return ['Ann', 'Bob'].slice(0, 1 + dice.below(2)).map((who) => {
    const own = dice.once(4) && !shared ? [] : [`${who.toLowerCase()}@fixture.example`];
    return { who, emails: shared ? ['team@agency.example'] : own };
  });
}

function stamp(ms: number): string {
  const [h, m, s] = [Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE), ((ms % MINUTE) / SECOND).toFixed(2)];
  return `${h}:${String(m).padStart(2, '0')}:${s.padStart(5, '0')}`;
}
