/**
 * What is really there, and whether what must hold of it holds. It sees what nobody in a schedule sees: every commit, every row as it
 * lies on every disk, and what each recruiter was shown.
 */
import { isOpen, type Row } from '#lib/export/row.ts';
import { isNotThere } from '#lib/export/follow-ups.ts';
import { isOver, type ExportRequest, type ExportView, type FollowUp } from '#lib/export/schema.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import { queueRowOf } from '#lib/panel/queue.ts';
import { isQueued } from '#lib/panel/sending.ts';

import { Along } from './along.ts';
import type { Caller } from './greenhouse.ts';
import type { Invariant } from './invariants.ts';
import { isTrue } from './queue-truth.ts';
import { isAt, type MadeApplication, type MadePerson, named, placeOf, type Target } from './records.ts';
import { MINUTE, type World } from './world.ts';

/** One press on Export, and what became of it. */
export interface Press {
  /** From 1. */
  n: number;
  client: number;
  who: string;
  account: string;
  user: number;
  request: ExportRequest;
  holdMs: number;
  /** By true time. */
  at?: number;
  /** Which row the recruiter was told is theirs. */
  told?: string;
  sentNow?: boolean;
  /** The recruiter let it go. */
  dropped?: boolean;
  /** The recruiter saw in Greenhouse that it arrived. */
  seen?: boolean;
  /** With a partner key: nobody can be looked for. */
  blind: boolean;
  /** How many notes there may be: one, and one for each time that the recruiter wanted it again. */
  noted?: number;
  /** The recruiter had it looked for again. */
  hurried?: boolean;
  /** When each create left, by true time. */
  left: number[];
  /** Other records of theirs of which the recruiter was told; whoever keeps both is not told of them for ever. */
  heard: Set<number>;
}

/** A look before a create takes less than this, and no list is later. */
const SEEN_AFTER_MS = 5 * MINUTE + 3 * MINUTE;
/** Longer than a create that is late and a list that is late after it; the looks of ten minutes may end some seconds before them. */
const LONG_ENOUGH_MS = SEEN_AFTER_MS + MINUTE;
/** The last look for twins is an hour after the create. */
const WATCHED_MS = 30 * MINUTE;

type Answered = { seen: number | undefined; about: ExportView['question'] };

export class Truth {
  readonly people: MadePerson[] = [];
  readonly along = new Along((holds, what) => this.#must(holds, what));
  readonly notes: { candidateId: number; by: number; at: number }[] = [];
  /** By a colleague, whatever our browsers know. */
  readonly deleted = new Set<number>();
  /** Deleted, or merged into another. */
  readonly gone = new Set<number>();
  readonly presses: Press[] = [];
  readonly disks: Map<string, Row>[] = [];
  /** Calls that are still to arrive or to be committed. */
  onItsWay = 0;
  /** Whether Greenhouse's answers tell its time. */
  tellsTime = true;
  /** Whose clock was put forward: times by that clock are shorter. */
  readonly forward = new Set<number>();
  /** Nothing fails, and nobody is away: a look that is due is taken. */
  isQuiet = false;
  /** What no longer holds. */
  broken: Invariant | undefined;

  readonly #world: () => World;
  /** How many records of a person may be there beyond the first: by word, by a colleague's window, by a deletion. */
  readonly #allowed = new Map<string, number>();
  readonly #answered = new Map<string, Answered>();

  constructor(world: () => World) {
    this.#world = world;
  }

  #must(holds: boolean, what: Invariant): void {
    if (holds) return;
    this.broken ??= what;
    this.#world().note(`BROKEN: ${what}`);
  }

  allow(who: string, account: string): void {
    const key = `${account} ${who}`;
    this.#allowed.set(key, (this.#allowed.get(key) ?? 0) + 1);
  }

  pressOf = (id: string): Press | undefined => this.presses.find(({ request }) => request.id === id);
  #rowOf = (press: Press | undefined): Row | undefined => press && this.disks[press.client]?.get(press.request.id);
  #noteOf = (press: Press | undefined) => this.#rowOf(press)?.view.followUps.find(({ step }) => step === 'note');

  isOf =
    ({ who, account }: Press) =>
    (person: MadePerson): boolean =>
      person.who === who && person.account === account && !this.gone.has(person.id);

  /** What a recruiter says, on its way. */
  answers(id: string, answered: Answered): void {
    this.#answered.set(id, answered);
  }

  /** A create or a note leaves the browser. */
  leaves(kind: 'person' | 'application' | 'note', by: number, caller: Caller): void {
    const { time } = this.#world();
    const press = this.presses[by - 1];
    const row = this.#rowOf(press);
    if (!press || !row || isOver(row.view.state))
      return this.#must(false, 'a create leaves once for each sending that is written down');
    this.#must(row.account === caller.account, 'nothing leaves for another account');
    this.#must(row.actingUserId === caller.user, 'nothing leaves for another user');
    if (kind === 'note') return;
    press.left.push(time.now);
    this.#must(press.left.length <= row.sends.length, 'a create leaves once for each sending that is written down');
    const isHeld = (press.at ?? 0) + press.holdMs > time.now && !press.sentNow && !this.forward.has(press.client);
    this.#must(!isHeld, 'nothing leaves while it is held');
    const rival = [...(this.disks[press.client]?.values() ?? [])].some(
      (other) => other !== row && isUnderWay(other) && other.account === row.account && sharesKey(other, row),
    );
    this.#must(!rival, 'nothing is made while a create of the same person may be on its way');
    const unseen = this.people
      .filter(this.isOf(press))
      .some(({ id, at }) => at + SEEN_AFTER_MS < time.now && !row.before.includes(id));
    this.#must(!unseen || kind !== 'person' || press.blind, 'nobody is made who was there to be seen, and was not shown');
  }

  madePerson(made: MadePerson): void {
    const press = this.presses[made.by - 1];
    const theirs = this.people.filter(({ who, account }) => who === made.who && account === made.account);
    // Two by colleagues are two, whatever we do.
    if (!press && theirs.length > 1) this.allow(made.who, made.account);
    if (!press) return;
    this.#made(press);
    if (theirs.some((one) => one !== made && (this.#isInWindow(press, one) || this.#isUnknown(press, one))))
      this.allow(made.who, made.account);
    const allowed = 1 + (this.#allowed.get(`${made.account} ${made.who}`) ?? 0);
    this.#must(theirs.length <= allowed, 'one record for each person');
  }

  madeApplication(person: MadePerson, made: MadeApplication): void {
    const press = this.presses[made.by - 1];
    if (!press) return;
    this.#made(press);
    const alike = person.applications.filter((one) => named(one) === named(made));
    const rivals = alike.filter((one) => one !== made && this.#isInWindow(press, one));
    this.#must(alike.length <= 1 + rivals.length, 'one application for each job');
  }

  /** Made by somebody else, and not to be seen yet by whoever looked right before this press was sent. */
  #isInWindow = (press: Press, { by, at }: { by: number; at: number }): boolean =>
    this.presses[by - 1]?.client !== press.client && at + SEEN_AFTER_MS > (press.left[0] ?? 0);

  /** With a partner key only this browser's own exports are known: for good by their ids, by an address for an hour. */
  #isUnknown(press: Press, { by, at, externalIds }: MadePerson): boolean {
    const { externalId, aliases } = press.request;
    const isOurs = this.presses[by - 1]?.client === press.client;
    const isFresh = at + LAG_MS > (press.left.at(-1) ?? 0);
    return press.blind && (!isOurs || (!isFresh && ![externalId, ...aliases].some((id) => externalIds.includes(id))));
  }

  asks(isOffered: boolean): void {
    this.#must(isOffered, 'a key is asked for what it offers');
  }

  #made(press: Press): void {
    this.#must(this.#rowOf(press)?.view.state !== 'undone', 'what is told as undone was never made, and never will be');
  }

  /** Deleted by one of the browsers; whatever else becomes of two records, one of them stays. */
  removed(id: number): void {
    const person = this.people.find((one) => one.id === id);
    if (!person || this.gone.has(id)) return;
    this.#world().note(`Greenhouse: candidate ${id} is deleted by who made it`);
    const others = this.people.filter(({ who, account }) => who === person.who && account === person.account);
    const isLast = !others.some((one) => one !== person && !this.gone.has(one.id));
    this.#must(!isLast || others.some((one) => this.deleted.has(one.id)), 'no export that was accepted is lost');
    this.gone.add(id);
  }

  madeNote({ id }: MadePerson, by: number): void {
    this.notes.push({ candidateId: id, by, at: this.#world().time.now });
    // With a partner key a note goes inside a create, and a second one on purpose has it, too.
    const press = this.presses[by - 1];
    const same = this.notes.filter((note) => note.by === by && (!press?.blind || note.candidateId === id));
    this.#must(same.length <= (press?.noted ?? 1), 'a note stands there once');
    // Of what was let go while it may be on its way nothing is told but that: with a partner key the note is in it.
    const isLetGo = this.#rowOf(press)?.view.state === 'abandoned';
    this.#must(isLetGo || !isToldAsNot(this.#noteOf(press)), 'what is told of a note is so');
  }

  /** A row was written. */
  wrote(row: Row, before: Row | undefined): void {
    const { view } = row;
    const press = this.pressOf(view.id);
    if (!press) throw new Error('a row that nobody pressed');
    if (before && before.target !== row.target) this.#moved(row);
    const over = isOver(view.state);
    // Of twins somebody has to hear, also when it is over.
    const isTwice = view.question === 'twice';
    const isNew = !before || !isOver(before.view.state) || view.state === before.view.state;
    this.#must(isNew || isTwice, 'what is over stays over');
    this.#must(!over || row.request === undefined, 'what is over keeps nothing of the person');
    const made = this.people.flatMap(({ by, applications }) => [by, ...applications.map((one) => one.by)]);
    const undone = view.state === 'undone' && made.includes(press.n);
    this.#must(!undone, 'what is told as undone was never made, and never will be');
    if (view.outcome === 'merged' && before?.pair) {
      const { survivorId, otherId } = before.pair;
      this.#must(
        this.gone.has(survivorId) || this.gone.has(otherId),
        'who is told as made or found is that very person, and there',
      );
    }
    if (view.question === 'unknown-outcome' && before?.view.question === undefined) this.#asked(press);
    const isSaid = before?.view.question !== undefined && view.state === 'matching' && row.before !== before.before;
    if (isSaid) this.#heeded(press, before);
    for (const id of view.twins ?? []) press.heard.add(id);
    if (view.outcome !== undefined && view.candidateId !== undefined) this.#told(press, view);
    this.#said(press, row);
    this.along.told(view, press.n);
  }

  /** What the queue says of it, where it is in the queue. */
  #said(press: Press, row: Row): void {
    const { view } = row;
    if (!isQueued(view, row.writtenAt))
      return this.#must(isOver(view.state) || view.outcome !== undefined, 'what the queue says is so');
    const about = view.candidateIds ?? [];
    const wanted = row.request?.candidateId;
    const theirs = [...(this.disks[press.client]?.values() ?? [])].filter((other) => sharesKey(other, row));
    const target = row.target ?? press.request.target;
    const facts = {
      left: press.left.length > 0,
      isAnnounced: row.sends.length > 0,
      isOneAnnounced: theirs.some(({ sends }) => sends.length > 0),
      isThere: press.seen === true || this.people.some(({ id }) => id === view.candidateId),
      werePeople: about.length > 0 && about.every((id) => this.people.some((one) => one.id === id)),
      isOneGone: [...about, wanted].some((id) => id !== undefined && this.gone.has(id)),
      isOneNew: this.people.some(({ id, at }) => id === wanted && at + SEEN_AFTER_MS > this.#world().time.now),
      isJobClosed: jobsOf(target).some((jobId) => this.#world().closedJobs.has(jobId)),
    };
    this.#must(isTrue(queueRowOf(view).says.key, facts), 'what the queue says is so');
  }

  /** The recruiter sent it to another job: that is where whoever pressed wants them by now. */
  #moved({ target, view }: Row): void {
    if (!target) return;
    for (const press of this.presses) if (press.told === view.id || press.request.id === view.id) press.request.target = target;
  }

  #asked({ left, client, hurried }: Press): void {
    const last = left.at(-1) ?? 0;
    const isExcused = hurried === true || (this.forward.has(client) && !this.tellsTime);
    this.#must(isExcused || last + LONG_ENOUGH_MS <= this.#world().time.now, 'what cannot be found was looked for long enough');
  }

  #told({ who, account, n, request }: Press, { candidateId, outcome, state, followUps, back }: ExportView): void {
    const record = this.people.find(({ id }) => id === candidateId);
    const isThem = record?.who === who && record.account === account;
    this.#must(isThem, 'who is told as made or found is that very person, and there');
    const mayBeGone = back?.some(
      ({ error, why }) => error?.code === 'greenhouse/unknown-outcome' || why === 'gone' || why === 'not-listed',
    );
    if (!record || outcome === 'stepped-back' || state === 'taking-back' || mayBeGone) return;
    this.#must(isAt(placeOf(request.target), record), 'who is told as added is on the job');
    // A colleague's of the same moment may be taken for ours, until both hear of the twin.
    const isTagged =
      (outcome === 'created' && record.by === n) || followUps.some(({ step, state }) => step === 'tags' && state === 'done');
    const hasTags = request.tags.every((tag) => record.tags.includes(tag));
    this.#must(!isTagged || hasTags, 'who is told as tagged has the tags');
    const note = followUps.find(({ step }) => step === 'note');
    const added = this.notes.some(({ by }) => by === n);
    this.#must(note?.state === 'done' ? added : !isToldAsNot(note) || !added, 'what is told of a note is so');
  }

  /** The recruiter's word is taken: it must be the one that was given to this question. It allows one more, if they saw the truth. */
  #heeded(press: Press, before: Row | undefined): void {
    const answered = this.#answered.get(press.request.id);
    const { question, candidateIds = [] } = before?.view ?? {};
    const isTheirs = answered?.seen === before?.writtenAt && answered?.about === question;
    this.#must(isTheirs, 'an answer is taken for the question that it was given to');
    const isShown = this.people.filter(this.isOf(press)).some(({ id }) => candidateIds.includes(id));
    if (question !== 'known' || isShown) this.allow(press.who, press.account);
  }

  /** Of a second record with their id, made while the first was looked after, somebody has heard, unless looking itself failed. */
  #heardOfTwins({ n, client, request, blind, heard }: Press, { view, before }: Row): void {
    const mine = this.people.find(({ id, by }) => id === view.candidateId && by === n);
    if (!mine || blind || !this.isQuiet || this.forward.has(client) || view.outcome !== 'created') return;
    const ids = new Set([request.externalId, ...request.aliases]);
    const unheard = this.people.filter(
      ({ id, account, at, externalIds }) =>
        id !== mine.id &&
        account === mine.account &&
        at < mine.at + WATCHED_MS &&
        externalIds.some((one) => ids.has(one)) &&
        !before.includes(id) &&
        !heard.has(id) &&
        !this.gone.has(id),
    );
    this.#must(unheard.length === 0 || this.gone.has(mine.id), 'of a second record of the same moment somebody hears');
  }

  /** It has been calm for two days, or everything is over. */
  ended(): void {
    for (const press of this.presses) {
      if (press.told === undefined) continue;
      const row = this.disks[press.client]?.get(press.told);
      const own = this.pressOf(press.told);
      if (!row || !own) return this.#must(false, 'no export that was accepted is lost');
      const { state, candidateId, outcome } = row.view;
      const isOwn = own.who === press.who && samePlace(own, press);
      this.#must(isOwn, 'an export is told as that of its own person and place');
      this.#must(isOver(state), 'every export ends');
      this.#must(state === 'done' || own.dropped === true, 'nothing is let go without a word');
      if (state !== 'done') continue;
      this.#heardOfTwins(own, row);
      this.#must(
        outcome !== undefined && (candidateId !== undefined || own.seen === true),
        'of who is done it is known who that is',
      );
      const note = this.#noteOf(own);
      const isTold =
        own.dropped === true ||
        own.seen === true ||
        note === undefined ||
        ['done', 'failed', 'unknown', 'skipped'].includes(note.state);
      this.#must(isTold, 'what is told of a note is so');
      if (own.dropped !== true && own.seen !== true) this.along.ended(row.view);
    }
  }
}

const jobsOf = (target: Target): readonly number[] => {
  const place = placeOf(target);
  return place?.jobId === undefined ? (place?.prospectiveJobIds ?? []) : [place.jobId];
};
const samePlace = (one: Press, other: Press): boolean =>
  named(placeOf(one.request.target)) === named(placeOf(other.request.target));
/** A note that waits may still come to be there. */
const isToldAsNot = (one: FollowUp | undefined): boolean => one !== undefined && one.state !== 'waiting' && isNotThere(one);
const isUnderWay = (row: Row): boolean => !isOver(row.view.state) && isOpen(row);
const sharesKey = (one: Row, other: Row): boolean => one.keys.some((key) => other.keys.includes(key));
