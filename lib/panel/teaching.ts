/** Showing where a value stands: choose the field, point at it on the page, say which part is meant. Loaded when it is wanted. */
import { signal, type ReadonlySignal } from '@preact/signals';

import type { RawReading } from '#lib/candidate/raw.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import type { Candidate } from '#lib/candidate/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { Picked } from '#lib/teach/lesson.ts';
import { choicesOf, type Choice } from '#lib/teach/parts.ts';
import type { Rule, TaughtField } from '#lib/teach/schema.ts';
import type { Taught } from '#lib/teach/taught.ts';
import { personWith, sameValue } from '#lib/teach/use.ts';

import { NOBODY_YET, type Draft } from './draft.ts';

export interface TeachingPorts {
  /** Lets the recruiter point; `undefined` when they left, or the page did. Rejects with an `AppError`. */
  point(tabId: number, field: TaughtField, what: string, reading: Reading | undefined): Promise<Picked | undefined>;
  stop(tabId: number): Promise<void>;
  /** Keeps a rule for the site of that address; answers the site's host. */
  keep(rule: Rule, address: string, how: { instead: boolean; readerWas?: number | undefined }): Promise<string>;
  /** What was taught for the site in a tab and is not used any more. */
  stopped(tabId: number): Promise<Taught[]>;
  remove(id: string): Promise<void>;
}

export type TeachingState =
  | { is: 'closed' }
  | { is: 'choosing' }
  | { is: 'pointing'; field: TaughtField }
  | { is: 'picked'; field: TaughtField; picked: Picked; choices: readonly Choice[] }
  /** `host`: where it will be looked for from now on; absent where nothing lasting leads to it. */
  | { is: 'taken'; field: TaughtField; value: string; host?: string }
  | { is: 'nothing'; field: TaughtField }
  | { is: 'failed'; error: AppError };

export interface TeachingModel {
  state: ReadonlySignal<TeachingState>;
  open(): void;
  close(): void;
  point(field: TaughtField, what: string): Promise<void>;
  take(choice: Choice): Promise<void>;
}

/** What the panel lends: the person on show, where there is one, and how to change or read it. */
export interface Lent {
  tabId(): number | undefined;
  draft(): Draft | undefined;
  amend(how: (draft: Draft) => Draft): void;
  readAgain(): void;
}

const isContact = (field: TaughtField): field is 'emails' | 'phones' => field === 'emails' || field === 'phones';

export function createTeaching(ports: TeachingPorts, lent: Lent): TeachingModel {
  const state = signal<TeachingState>({ is: 'closed' });
  /** Counts up: what an earlier turn answers is too late. */
  let turn = 0;

  async function keep(field: TaughtField, { rule, address }: Picked, { text, part }: Choice): Promise<string | undefined> {
    if (!rule) return undefined;
    const reading = lent.draft()?.reading;
    const evidence = reading?.evidence[field];
    const found = isContact(field) ? undefined : reading?.candidate?.[field];
    const differs = Boolean(found) && !sameValue(field, found ?? '', text);
    const corrects = differs && evidence?.from !== 'taught';
    return ports.keep({ ...rule, ...(part ? { part } : {}), ...(corrects ? { corrects } : {}) }, address, {
      instead: differs && evidence?.from === 'taught',
      ...(corrects ? { readerWas: evidence?.confidence } : {}),
    });
  }

  async function take(field: TaughtField, picked: Picked, choice: Choice): Promise<void> {
    const host = await keep(field, picked, choice);
    const { reading } = lent.draft() ?? {};
    const found = reading && (await understood(field, choice.text, reading.site));
    if (found) lent.amend((draft) => withPointed(draft, field, found));
    else lent.readAgain();
    state.value = { is: 'taken', field, value: choice.text, ...(host === undefined ? {} : { host }) };
  }

  const failing = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      state.value = { is: 'failed', error: AppError.from(thrown) };
    }
  };

  return {
    state,
    open: () => (state.value = { is: 'choosing' }),
    close() {
      turn += 1;
      const tabId = lent.tabId();
      if (state.value.is === 'pointing' && tabId !== undefined) void ports.stop(tabId).catch(() => undefined);
      state.value = { is: 'closed' };
    },
    point: (field, what) =>
      failing(async () => {
        const tabId = lent.tabId();
        if (tabId === undefined) return;
        turn += 1;
        const mine = turn;
        const person = lent.draft()?.externalId;
        state.value = { is: 'pointing', field };
        const picked = await ports.point(tabId, field, what, lent.draft()?.reading);
        // The panel may be about somebody else by now.
        if (mine !== turn) return;
        if (!picked || person !== lent.draft()?.externalId) {
          state.value = { is: 'choosing' };
          return;
        }
        const choices = isContact(field) ? (picked.value ? [{ text: picked.value }] : []) : choicesOf(picked.lines);
        const [only, another] = choices;
        if (!only) state.value = { is: 'nothing', field };
        else if (another) state.value = { is: 'picked', field, picked, choices };
        else await take(field, picked, only);
      }),
    take: (choice) =>
      failing(async () => {
        const now = state.value;
        if (now.is === 'picked') await take(now.field, now.picked, choice);
      }),
  };
}

/** The one value, understood as values of pages are: names split, addresses and numbers checked. */
async function understood(field: TaughtField, value: string, site: string): Promise<Candidate> {
  const person = personWith(
    { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] },
    field,
    value,
  );
  const raw = { status: 'profile', site, person, aliases: [], missing: [], needs: [], evidence: {} } satisfies RawReading;
  const { finish } = await import('#lib/candidate/finish.ts');
  // There are no links in it that could lead to a profile.
  const read = await finish(raw, () => undefined);
  return read.candidate ?? NOBODY_YET;
}

/** What is understood of a field besides the field itself. */
const GOES_WITH: Partial<Record<TaughtField, readonly (keyof Candidate)[]>> = {
  fullName: ['fullName', 'firstName', 'lastName', 'nameExtras'],
  location: ['location', 'place'],
};

/** A draft with what the recruiter pointed at: the page's own word, and as sure as any can be. */
export function withPointed(draft: Draft, field: TaughtField, found: Candidate): Draft {
  const { reading, candidate } = draft;
  const evidence = { from: 'taught', confidence: 1 } as const;
  const names = GOES_WITH[field] ?? [field];
  const put = (before: Candidate): Candidate => {
    if (!isContact(field)) return { ...before, ...Object.fromEntries(names.map((name) => [name, found[name]])) };
    const added = found[field].filter((one) => !before[field].some((other) => sameValue(field, one.value, other.value)));
    return { ...before, [field]: [...before[field], ...added] };
  };
  return {
    ...draft,
    candidate: put(candidate),
    edited: isContact(field) ? draft.edited : draft.edited.filter((name) => !names.includes(name as never)),
    reading: {
      ...reading,
      candidate: put(reading.candidate ?? NOBODY_YET),
      evidence: { ...reading.evidence, ...Object.fromEntries(names.map((name) => [name, evidence])) },
      missing: reading.missing.filter((word) => word !== field && !(field === 'fullName' && word === 'name')),
    },
  };
}
