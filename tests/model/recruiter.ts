/**
 * Whoever sits before a browser: presses, presses again, undoes, and answers questions by what Greenhouse shows them, now and then to a
 * view that is old by then. They never lie; they may be late.
 */
import type { ExportAnswer, ExportRequest, ExportView } from '#lib/export/schema.ts';
import { undoPartSchema } from '#lib/export/schema.ts';
import { mayUndo } from '#lib/panel/may-undo.ts';

import { exportRequest } from '../support/export-request.ts';
import { alongOf, positionsOf } from './along.ts';
import type { Client } from './client.ts';
import { named, placeOf } from './records.ts';
import type { Press } from './press.ts';
import { MINUTE, SECOND, type World } from './world.ts';

/** How a person was met: on one site, on the same under its other id, or on another with nothing in common but the address. */
const MET = ['linkedin', 'linkedin-sales', 'github'] as const;
export type Met = (typeof MET)[number];

export interface Person {
  who: string;
  emails: string[];
}

const URLS: Record<Met, string> = {
  linkedin: 'https://www.linkedin.com/in/',
  'linkedin-sales': 'https://www.linkedin.com/in/',
  github: 'https://github.com/',
};

/** @param n from 1, by which whatever comes of it is told from all else. */
export function requestOf(
  n: number,
  { who, emails }: Person,
  met: Met,
  target: ExportRequest['target'],
  along: { note: boolean; tags: boolean; career: boolean; file: boolean },
): ExportRequest {
  const handle = `${who.toLowerCase()}-fixture`;
  const url = `${URLS[met]}${handle}`;
  const other = met === 'linkedin' ? 'linkedin-sales' : 'linkedin';
  return exportRequest({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    externalId: `${met}:${handle}`,
    aliases: met === 'github' ? [] : [`${other}:${handle}`],
    site: met,
    url,
    candidate: {
      ...exportRequest().candidate,
      firstName: who,
      lastName: 'Fixture',
      emails: emails.map((value) => ({ value, type: 'personal' })),
      links: [{ url, kind: met }],
      positions: positionsOf(n, along),
    },
    target,
    sourceId: n,
    tags: along.tags ? [`tag-${n}`] : [],
    ...alongOf(n, along),
    ...(along.note ? { note: { body: String(n), visibility: 'public' as const } } : {}),
  });
}

export function recruiter(world: World, client: Client) {
  const { time, dice, truth, note } = world;
  const views = (): ExportView[] => [...client.disk.values()].map(({ view }) => view);

  const isTheirs = ({ id }: ExportView): boolean => {
    const [one, { account, user }] = [truth.pressOf(id), client.state];
    return one?.account === account && one.user === user;
  };

  async function press(one: Press): Promise<void> {
    const { connected, account, user } = client.state;
    // What another account or user presses is theirs.
    if (!connected || account !== one.account || user !== one.user) return;
    if (one.at === undefined) putWhere(one);
    one.at ??= time.now;
    note(`${client.number}: press ${one.n}, ${one.who} as ${one.request.externalId} to ${named(placeOf(one.request.target))}`);
    const view = await client.awake().start(one.request);
    one.told = view.id;
  }

  /** An update is for somebody who is there to be seen, and chosen; by whomever else it is not offered. */
  function putWhere(one: Press): void {
    if (one.request.target.kind !== 'update') return;
    const known = truth.people.filter(truth.isOf(one)).find(isListed);
    if (known && client.kind === 'harvest') one.request.candidateId = known.id;
    else one.request.target = { kind: 'candidate', jobId: 41 };
  }

  const isListed = ({ at }: { at: number }): boolean => at + world.lags.ids <= time.now;

  /** What they would rightly say to it. */
  function answerTo(view: ExportView): ExportAnswer {
    const one = truth.pressOf(view.id);
    const there = one ? truth.people.filter(truth.isOf(one)) : [];
    // Who is not there cannot be updated.
    const isNobody = view.error?.code === 'greenhouse/not-found';
    if (view.question === undefined) return { do: isNobody ? 'drop' : 'retry' };
    if (view.question === 'follow-up') return aboutSteps(view, one);
    if (view.question === 'twice') return ofTwo(view);
    if (view.question === 'job-closed') return { do: 'to-job', jobId: 42, jobName: 'Job 42' };
    if (view.question === 'unknown-outcome' || view.question === 'cannot-look')
      return found(view, one) ?? { do: 'create-anyway' };
    const theirs = there.find((person) => view.candidateIds?.includes(person.id) || isListed(person));
    if (theirs && client.kind === 'harvest') return { do: 'add-to', candidateId: theirs.id };
    return one?.request.target.kind === 'update' ? { do: 'drop' } : { do: 'create-anyway' };
  }

  /** Any of the ways is right. Made one, the lower stays, or whoever is left. */
  function ofTwo({ candidateId = 0, twins: [first = 0] = [] }: ExportView): ExportAnswer {
    const pair = [candidateId, first];
    const shown = truth.people.filter((person) => pair.includes(person.id) && isListed(person)).map(({ id }) => id);
    return dice.pick<ExportAnswer>([
      { do: 'merge', survivorId: Math.min(...(shown.length === 0 ? pair : shown)) },
      { do: 'step-back' },
      { do: 'keep-both' },
    ]);
  }

  /** Whom they see in Greenhouse with what this very export made; else it is looked for again, or made. */
  function found({ question }: ExportView, one: Press | undefined): ExportAnswer | undefined {
    const there = one ? truth.people.filter(truth.isOf(one)).filter(isListed) : [];
    const made = there.find(({ applications }) => applications.some(({ by }) => by === one?.n));
    const isTired = (one?.hurried ?? 0) >= MOST_RETRIES;
    const looks: ExportAnswer | undefined =
      there.length > 0 && question === 'unknown-outcome' && !isTired ? { do: 'retry' } : undefined;
    if (!made) return looks;
    const isThere = dice.pick<ExportAnswer>([{ do: 'is-there', candidateId: made.id }, { do: 'is-there' }]);
    return looks && dice.once(2) ? isThere : (looks ?? isThere);
  }

  /** What nobody knows of they look for themselves; what was refused they want again, or do without. */
  function aboutSteps({ followUps, candidateId }: ExportView, one: Press | undefined): ExportAnswer {
    const asked = followUps.find(({ state }) => state === 'failed' || state === 'unknown');
    const isThere = asked?.step === 'note' && truth.notes.some(({ by }) => by === one?.n);
    // Nothing can be added to who was deleted.
    const isGone = truth.gone.has(candidateId ?? 0);
    return { do: isThere || isGone || dice.once(4) ? 'skip-step' : 'retry-step', step: asked?.step ?? 'note' };
  }

  /** Looks into the panel, thinks for a while, and answers what was seen; of another account's, or user's, there is nothing to say. */
  async function look(): Promise<void> {
    if (!client.state.connected || client.isIdle()) return;
    for (const view of await client.awake().list()) {
      if (view.state !== 'needs-you' || view.elsewhere) continue;
      const answer: ExportAnswer = dice.once(12) ? { do: 'drop' } : answerTo(view);
      time.at(time.now + dice.pick(THINKING), () => say(view, answer));
    }
  }

  function say(view: ExportView, answer: ExportAnswer): void {
    note(`${client.number}: says ${answer.do} to ${view.id.at(-1)}, ${view.question ?? view.error?.code ?? ''}`);
    const one = truth.pressOf(view.id);
    if (one && (answer.do === 'drop' || answer.do === 'step-back')) one.dropped = true;
    if (one && answer.do === 'retry') one.hurried = (one.hurried ?? 0) + 1;
    if (one && answer.do === 'is-there') one.seen = true;
    if (one && answer.do === 'retry-step') truth.along.allow(one.n);
    if (one && answer.do === 'retry-step' && answer.step === 'note') one.noted = (one.noted ?? 1) + 1;
    truth.answered.set(view.id, { seen: view.writtenAt, about: view.question });
    client
      .awake()
      .answer(view.id, answer, view.writtenAt, view.question)
      .catch(() => undefined);
  }

  /** Presses something that there is a button for, whatever the state is by now. */
  function meddle(): void {
    const all = views();
    const view = all[dice.below(Math.max(1, all.length))];
    if (!view) return;
    const one = truth.pressOf(view.id);
    const what = dice.pick(['undo', 'send-now', 'retry', 'drop'] as const);
    note(`${client.number}: ${what} of ${view.id.at(-1)}`);
    const outbox = client.awake();
    if (one && what === 'send-now') one.sentNow = true;
    if (one && what === 'retry') one.hurried = (one.hurried ?? 0) + 1;
    if (one && (what === 'undo' || what === 'drop')) one.dropped = true;
    const told =
      what === 'undo'
        ? outbox.undo(view.id)
        : what === 'send-now'
          ? outbox.sendNow(view.id)
          : outbox.answer(view.id, { do: what }, view.writtenAt, view.question);
    told.catch(() => undefined);
  }

  /** Wants something back that is over: what is offered, or some of it, or whatever there is. */
  async function takeBack(): Promise<void> {
    const all = views().filter((one) => mayUndo(one) && isTheirs(one));
    const view = all[dice.below(Math.max(1, all.length))];
    const one = view && truth.pressOf(view.id);
    if (!view || !one || !client.state.connected) return;
    const found = await client.awake().undoable(view.id);
    const offered = dice.once(4) ? undoPartSchema.options : (found?.can ?? []);
    const parts = dice.once(3) ? offered.slice(0, 1) : offered;
    if (parts.length === 0) return;
    note(`${client.number}: takes ${parts.join(', ')} of ${view.id.at(-1)} back`);
    one.wantsBack = true;
    await client.awake().takeBack(view.id, parts, view.writtenAt ?? 0);
  }

  return {
    takeBack: () => void takeBack().catch(() => undefined),
    press: (one: Press) => void press(one).catch(() => undefined),
    look: () => void look().catch(() => undefined),
    meddle,
  };
}

/** Whoever had it looked for so often looks no more. */
const MOST_RETRIES = 3;
const THINKING = [SECOND, 20 * SECOND, 6 * MINUTE, 25 * MINUTE] as const;
