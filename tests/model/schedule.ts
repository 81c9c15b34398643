/** One schedule: a few presses of one or two people in one or two browsers, two hours of trouble, and two days in which it must all end. */
import { VirtualTime } from '../bench/browsers/virtual-time.ts';
import { client, type Client } from './client.ts';
import type { Dice } from './dice.ts';
import { greenhouse } from './greenhouse.ts';
import type { Invariant } from './invariants.ts';
import type { Place, Target } from './records.ts';
import { recruiter, requestOf, type Met } from './recruiter.ts';
import { Truth } from './truth.ts';
import { HOUR, MINUTE, SECOND, type World } from './world.ts';

const START = Date.UTC(2026, 10, 22);
const TROUBLED_MS = 2 * HOUR;
const ENDS_WITHIN_MS = 48 * HOUR;

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
      fault: dice.pick([0, 12, 4]),
      death: dice.pick([0, 40, 12]),
      powerLoss: dice.pick([0, 60]),
      full: dice.pick([0, 0, 20]),
    },
    lags: { ids: 0, externalIds: 0, emails: 0, created: 0, applications: 0 },
    closedJobs: new Set(),
    note(what) {
      if (traced) trace.push(`${stamp(time.now - START)} ${what}`);
    },
  };
  const lag = dice.pick([0, 30 * SECOND, 5 * MINUTE]);
  for (const list of ['ids', 'externalIds', 'emails', 'created', 'applications'] as const)
    world.lags[list] = dice.once(4) ? 0 : lag;
  truth.tellsTime = !dice.once(4);
  truth.isQuiet = world.trouble.fault === 0;

  const server = greenhouse(world);
  const kind = dice.once(6) ? 'partner' : 'harvest';
  const clients = Array.from({ length: 1 + dice.below(2) }, (_, number) =>
    client(world, number, server, { kind, holdMs: dice.pick([0, 10 * SECOND, MINUTE]) }),
  );
  const recruiters = clients.map((one) => recruiter(world, one));
  const people = peopleBy(dice);

  if (dice.once(4)) byHand(people[0]!);
  if (dice.once(6)) time.at(START + dice.below(TROUBLED_MS), () => byHand(people[0]!));
  if (dice.once(6)) time.at(START + dice.below(TROUBLED_MS), () => colleagueDeletes());
  if (dice.once(6)) time.at(START + dice.below(HOUR), () => world.closedJobs.add(41));

  const presses = 1 + dice.below(4);
  const isMixed = dice.once(3);
  let at = START;
  for (let n = 1; n <= presses; n += 1) {
    const person = people[dice.below(people.length)]!;
    const number = dice.below(clients.length);
    const met = dice.pick<Met>(
      person.emails.length > 0 ? ['linkedin', 'linkedin-sales', 'github'] : ['linkedin', 'linkedin-sales'],
    );
    const target = dice.pick(isMixed ? TARGETS : JOBS);
    // The panel lets nothing go along for which there is no call.
    const mayMore = kind === 'harvest';
    const along = { note: dice.once(3), tags: dice.once(3), career: mayMore && dice.once(4), file: mayMore && dice.once(4) };
    const one = {
      n,
      client: number,
      who: person.who,
      account: 'org-1',
      user: 1,
      request: requestOf(n, person, met, { ...target }, along),
      blind: kind === 'partner',
      holdMs: clients[number]!.holdMs,
      left: [],
      heard: new Set<number>(),
    };
    truth.presses.push(one);
    at += dice.pick([0, 2 * SECOND, 40 * SECOND, 4 * MINUTE, 20 * MINUTE]);
    time.at(at, () => recruiters[number]!.press(one));
    if (dice.once(4)) time.at(at + dice.pick([SECOND, MINUTE]), () => recruiters[number]!.press(one));
  }
  for (const [number, one] of clients.entries()) {
    for (let times = dice.below(4); times > 0; times -= 1) time.at(START + dice.below(HOUR), () => befall(one));
    for (let times = dice.below(3); times > 0; times -= 1) time.at(START + dice.below(HOUR), () => recruiters[number]!.meddle());
    const attend = (): void => {
      recruiters[number]!.look();
      time.at(time.now + (10 + dice.below(20)) * MINUTE, attend);
    };
    time.at(START + 10 * MINUTE, attend);
  }

  function byHand({ who, emails }: { who: string; emails: string[] }): void {
    const handle = `${who.toLowerCase()}-fixture`;
    const externalIds = dice.once(2) ? [`linkedin:${handle}`] : [];
    const urls = [`https://www.linkedin.com/in/${handle}`];
    if (emails.length === 0) return;
    // By another tool: name and address, and on no job.
    const isBare = dice.once(3);
    const profile = isBare ? { externalIds: [], urls: [] } : { externalIds, urls };
    server.add({ ...profile, account: 'org-1', who, emails, tags: [], by: 0 }, isBare ? [] : [onJob(43)]);
  }

  function colleagueDeletes(): void {
    const one = truth.people.find(({ id }) => !truth.gone.has(id));
    if (!one) return;
    world.note(`Greenhouse: candidate ${one.id} is deleted`);
    truth.gone.add(one.id);
    truth.deleted.add(one.id);
    truth.allow(one.who, one.account);
  }

  /** Something that is nobody's doing, and that passes. */
  function befall(one: Client): void {
    const { state } = one;
    const later = (go: () => void): void => time.at(time.now + dice.pick([20 * SECOND, 5 * MINUTE, 40 * MINUTE]), go);
    const what = dice.pick(['offline', 'locked', 'full', 'elsewhere', 'other user', 'nobody', 'clock', 'power', 'dies'] as const);
    world.note(`${one.number}: ${what}`);
    if (what !== 'power' && what !== 'dies') truth.isQuiet = false;
    if (what === 'offline') {
      state.online = false;
      later(() => (state.online = true));
    } else if (what === 'locked') {
      state.locked = true;
      later(() => (state.locked = false));
    } else if (what === 'full') {
      state.full = true;
      later(() => (state.full = false));
    } else if (what === 'elsewhere') {
      state.account = 'org-2';
      later(() => (state.account = 'org-1'));
    } else if (what === 'other user') {
      state.user = 2;
      later(() => (state.user = 1));
    } else if (what === 'nobody') {
      state.connected = false;
      later(() => (state.connected = true));
    } else if (what === 'clock') {
      const by = dice.pick([-2 * MINUTE, -20 * MINUTE, -30 * HOUR, 30 * SECOND, 20 * MINUTE, 3 * HOUR]);
      state.clock += by;
      if (by > 0) truth.forward.add(one.number);
    } else if (what === 'power') one.losePower();
    else one.die();
  }

  time.at(START + TROUBLED_MS, () => {
    world.note('calm from here on');
    world.trouble = { fault: 0, death: 0, powerLoss: 0, full: 0 };
    for (const one of clients) {
      Object.assign(one.state, { account: 'org-1', user: 1, connected: true, online: true, locked: false, full: false });
      one.wake();
    }
  });
  const isOver = (): boolean =>
    truth.broken !== undefined ||
    time.now > START + TROUBLED_MS + ENDS_WITHIN_MS ||
    (time.now > START + TROUBLED_MS && truth.onItsWay === 0 && clients.every((one) => one.isIdle()));
  await time.pass(isOver);
  if (truth.broken === undefined) truth.ended();
  return { broken: truth.broken, trace };
}

const onJob = (jobId: number): Place => ({ jobId, prospect: false, prospectiveJobIds: [] });

const JOBS: readonly [Target, ...Target[]] = [
  { kind: 'candidate', jobId: 41 },
  { kind: 'candidate', jobId: 42 },
];
const TARGETS: readonly [Target, ...Target[]] = [
  ...JOBS,
  { kind: 'prospect', jobIds: [41] },
  { kind: 'prospect', jobIds: [41, 42] },
  { kind: 'prospect', jobIds: [] },
  { kind: 'update' },
];

/** Ann, or Ann and Bob; with an address of their own, with none, or with one agency's that both have. */
function peopleBy(dice: Dice): { who: string; emails: string[] }[] {
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
