/** The exports under way, as the worker tells of them. The panel keeps no truth of its own: it asks, and shows what it hears. */
import { signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import {
  isOver,
  type Called,
  type ExportAnswer,
  type ExportRequest,
  type ExportView,
  type Undoable,
  type UndoPart,
} from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';

import { hasGoneWrong } from './follow-up-text.ts';
import { isFirstOfTwo, leftOf } from './of-two.ts';
import type { PanelPorts } from './ports.ts';
import { createSilence, type Silence } from './silence.ts';

export interface SendingModel {
  /** Latest first. */
  rows: ReadonlySignal<readonly ExportView[]>;
  /** External ids whose export has been pressed and not yet answered for. */
  pressed: ReadonlySignal<ReadonlySet<string>>;
  /** What the last press of a person ran into, by external id. */
  refusals: ReadonlySignal<ReadonlyMap<string, AppError>>;
  /** What the last word to a row ran into. */
  trouble: ReadonlySignal<AppError | undefined>;
  /** Whether what waits could not even be asked for. */
  silent: Silence['silent'];
  start(): () => void;
  reload(): Promise<void>;
  /** Marks at once, before anything is awaited; `false` when it is marked already. */
  press(externalId: string): boolean;
  send(request: ExportRequest): Promise<ExportView | undefined>;
  undo(id: string): Promise<void>;
  sendNow(id: string): Promise<void>;
  answer(view: ExportView, answer: ExportAnswer): Promise<void>;
  /** Who is behind a question; rejects with an `AppError`. */
  people(id: string): Promise<Match[]>;
  /** How those are called whose exports have arrived lately; rejects with an `AppError`. */
  names(): Promise<Called[]>;
  /** What support needs to know of an export; rejects with an `AppError`. */
  report(id: string): Promise<string>;
  /** What can be taken back; rejects with an `AppError`. */
  undoable(id: string): Promise<Undoable>;
  /** Whether it has begun: not where the export has changed since that view. */
  takeBack(view: ExportView, parts: UndoPart[]): Promise<boolean>;
  forgive(): void;
}

export const isFinished = ({ state }: ExportView): boolean => ARRIVED.has(state) || isOver(state);
const ARRIVED: ReadonlySet<ExportView['state']> = new Set(['created', 'attaching', 'taking-back']);

/** Nothing more is done for it; whether something had been sent is told by which of the two it is. */
export const isLetGo = ({ state }: ExportView): boolean => state === 'undone' || state === 'abandoned';

/** It was written by another version, or damaged: nothing of it is sent. */
export const isUnreadable = ({ state, error }: ExportView): boolean => state === 'needs-you' && error?.code === 'storage/corrupt';

/** It cannot be written down, and so nothing more is done for it. */
export const isStuck = ({ waitsFor }: ExportView): boolean => waitsFor === 'storage';

/** A create whose answer was lost: it is looked for, and nothing is sent, until it is found or somebody decides. */
export const isLooking = ({ state, retryAt }: ExportView): boolean => state === 'creating' && retryAt !== undefined;

/** Of what is over, this is told of. */
const DAY_MS = 24 * 60 * 60_000;
export const isOfToday = ({ writtenAt, startedAt }: ExportView, now: number): boolean => now - (writtenAt ?? startedAt) < DAY_MS;

/** Still needs time, or somebody, or to be known of: what was left behind, and for a day what may have been sent. */
export const isQueued = (view: ExportView, now: number): boolean =>
  !isFinished(view) ||
  view.retryAt !== undefined ||
  view.state === 'taking-back' ||
  (!view.dismissed &&
    (view.followUps.some(hasGoneWrong) ||
      view.back?.some(hasGoneWrong) ||
      isFirstOfTwo(view) ||
      leftOf(view) !== undefined ||
      (view.state === 'abandoned' && isOfToday(view, now))));

/** A worker that dies again and again, or is only just there, answers by then. */
const MOST_TRIES = 6;
const FIRST_GAP_MS = 500;

export function createSending(
  { exports: port, later }: Pick<PanelPorts, 'exports' | 'later'>,
  heard: (view: ExportView, before: ExportView | undefined) => void,
): SendingModel {
  const rows = signal<readonly ExportView[]>([]);
  const pressed = signal<ReadonlySet<string>>(new Set());
  const refusals = signal<ReadonlyMap<string, AppError>>(new Map());
  const trouble = signal<AppError | undefined>(undefined);
  const silence = createSilence({ later });

  const put = (view: ExportView) => {
    const before = rows.value.find(({ id }) => id === view.id);
    rows.value = [view, ...rows.value.filter(({ id }) => id !== view.id)].sort((a, b) => b.startedAt - a.startedAt);
    heard(view, before);
  };
  const release = (externalId: string) => {
    pressed.value = new Set([...pressed.value].filter((other) => other !== externalId));
  };
  const refuse = (externalId: string, error: AppError | undefined) => {
    const next = new Map(refusals.value);
    if (error) next.set(externalId, error);
    else next.delete(externalId);
    refusals.value = next;
  };

  /** A lost answer may be a lost export or a lost reply: the list of exports knows which. Asking is harmless, sending again is not. */
  async function look(id: string): Promise<ExportView | undefined> {
    const views = await port.list().catch((): ExportView[] => []);
    return views.find((view) => view.id === id);
  }

  let notAgain = () => {};
  async function reload(tries = 1): Promise<void> {
    notAgain();
    try {
      for (const view of await silence.listen(port.list())) put(view);
    } catch (thrown) {
      const error = AppError.from(thrown);
      // What cannot be read is no empty queue; nor is what a dying worker never answered: what rests there tells of itself no more.
      if (error.code.startsWith('storage/')) trouble.value = error;
      else if (error.code !== 'message/lost') return;
      else if (tries === MOST_TRIES) silence.giveUp();
      else notAgain = later(FIRST_GAP_MS * 2 ** (tries - 1), () => void reload(tries + 1));
    }
  }

  async function tell(id: string, asked: Promise<ExportView>): Promise<void> {
    trouble.value = undefined;
    try {
      put(await asked);
    } catch (thrown) {
      const error = AppError.from(thrown);
      // What is not there any more is not shown as if it were.
      if (error.code === 'export/gone') rows.value = rows.value.filter((view) => view.id !== id);
      trouble.value = error;
    }
  }

  return {
    rows,
    pressed,
    refusals,
    trouble,
    silent: silence.silent,
    start() {
      const stop = port.onChange(put);
      void reload();
      return () => {
        notAgain();
        stop();
      };
    },
    reload: () => reload(),
    press(externalId) {
      if (pressed.value.has(externalId)) return false;
      pressed.value = new Set([...pressed.value, externalId]);
      refuse(externalId, undefined);
      return true;
    },
    async send(request) {
      try {
        const view = await port.start(request);
        put(view);
        return view;
      } catch (thrown) {
        const error = AppError.from(thrown);
        const found = error.code === 'message/lost' ? await look(request.id) : undefined;
        if (found) put(found);
        else refuse(request.externalId, error);
        return found;
      } finally {
        release(request.externalId);
      }
    },
    undo: (id) => tell(id, port.undo(id)),
    sendNow: (id) => tell(id, port.sendNow(id)),
    answer: (view, answer) => tell(view.id, port.answer(view, answer)),
    people: (id) => port.people(id),
    names: () => port.names(),
    report: (id) => port.report(id),
    undoable: (id) => port.undoable(id),
    async takeBack(view, parts) {
      await tell(view.id, port.takeBack(view, parts));
      return rows.value.find(({ id }) => id === view.id)?.back !== view.back;
    },
    forgive() {
      trouble.value = undefined;
      refusals.value = new Map();
    },
  };
}
