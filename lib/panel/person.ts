/** The person on show: their draft, every change to it, and how it outlives tabs, panels and updates. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Reading } from '#lib/candidate/reading.ts';
import type { Candidate, TextField } from '#lib/candidate/schema.ts';
import type { FindRequest } from '#lib/identity/schema.ts';

import { askedBy } from './asked-by.ts';
import { siteKey, type Choice } from './choice.ts';
import { draftOf, fromStored, toStored, withChoice, withList, withText, type Draft, type EditableList } from './draft.ts';
import type { Receiver } from './page.ts';
import type { PanelPorts } from './ports.ts';

export interface PersonModel extends Receiver {
  draft: ReadonlySignal<Draft | undefined>;
  /** What the verdict is asked by; changes only when it changes. */
  keys: ReadonlySignal<FindRequest | undefined>;
  /** The drafts of people met in this panel, the one on show among them. */
  held(): readonly Draft[];
  /** Two drafts turned out to be one person's: the first is it from now on, and the other is kept no longer. */
  becomeOne(both: Draft, other: Draft): void;
  /** Who arrives may only add to somebody: that draft, then, is shown instead. */
  beforeShown(joins: (arrived: Draft) => Draft | undefined): void;
  setText(field: TextField, value: string): void;
  setList<L extends EditableList>(list: L, values: Candidate[L]): void;
  choose(change: (choice: Choice) => Choice): void;
  /** Fills in a choice that the recruiter has not made. */
  suggest(choice: Choice): void;
  /** Any other change of the recruiter's. */
  amend(how: (draft: Draft) => Draft): void;
  /** Nobody is on show any more; settles once what was changed of them is written down. */
  leave(): Promise<void>;
  setNote(note: string, visibility?: Draft['noteVisibility']): void;
  /** Writes the draft down before its export, and answers the export's id: that of another panel, if it was there first. */
  keep(draft: Draft): Promise<string>;
  /** An export of this draft ended: what comes next is another export. `forget` when nothing of the draft need be kept. */
  renew(endedId: string, forget: boolean): void;
  exportIdOf(externalId: string): string | undefined;
  rememberChoice(draft: Draft): Promise<void>;
}

const SAVE_MS = 400;
/** How many people's drafts are held in memory, so that the parts of a profile add up without anything being written. */
const HELD = 20;

/** @param ready settles when somebody met may be shown. */
export function createPerson(
  { memory, newId, now, later }: Pick<PanelPorts, 'memory' | 'newId' | 'now' | 'later'>,
  ready: (keys: FindRequest) => Promise<void>,
): PersonModel {
  const draft = signal<Draft | undefined>(undefined);
  const held = new Map<string, Draft>();
  let joins: (arrived: Draft) => Draft | undefined = () => undefined;
  let cancelSave = () => {};
  /** There is something that would be lost. People who were only looked at are not kept. */
  let unsaved = false;
  /** Writes go one after the other, and a load waits for them. */
  let writes: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const done = writes.then(write);
    writes = done.catch(() => undefined);
    return done;
  };
  const save = (kept: Draft) => inTurn(() => memory.drafts.save(toStored(kept, now())));

  const hold = (next: Draft) => {
    held.delete(next.externalId);
    held.set(next.externalId, next);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    draft.value = next;
  };

  /** Every change of the recruiter's goes through here: shown at once, written soon. */
  const keep = (next: Draft) => {
    hold(next);
    unsaved = true;
    cancelSave();
    cancelSave = later(SAVE_MS, () => void flush());
  };
  const change = (next: (draft: Draft) => Draft) => {
    if (draft.value) keep(next(draft.value));
  };
  const flush = async () => {
    cancelSave();
    const unwritten = unsaved ? draft.value : undefined;
    unsaved = false;
    // A draft that cannot be written is still on show; the export itself is written down by the worker.
    if (unwritten) await save(unwritten).catch(() => undefined);
  };

  async function begin(reading: Reading, externalId: string): Promise<Draft> {
    await writes;
    const stored = await memory.drafts.load(externalId).catch(() => undefined);
    const fresh = draftOf(reading, externalId, newId());
    const begun = stored ? await again(fromStored(stored, fresh), reading) : fresh;
    if (!begun.mayDefault) return begun;
    const remembered = await memory.siteChoice.get(siteKey(reading.site, reading.url)).catch(() => undefined);
    return remembered ? { ...begun, choice: remembered, mayDefault: false } : begun;
  }

  const becomeOne = (both: Draft, other: Draft) => {
    held.delete(other.externalId);
    void inTurn(() => memory.drafts.drop(other.externalId)).catch(() => undefined);
    keep(both);
  };

  const keys = computed(() => draft.value && JSON.stringify(askedBy(draft.value)));

  return {
    draft,
    keys: computed(() => (keys.value === undefined ? undefined : (JSON.parse(keys.value) as FindRequest))),
    async arrive(reading, late) {
      const { externalId } = reading;
      if (!externalId) return;
      const known = held.get(externalId) ?? [...held.values()].find((one) => isSame(one, reading));
      const onShow = known !== undefined && known.externalId === draft.value?.externalId;
      const [next] = await Promise.all([
        known ? again(known, reading) : begin(reading, externalId),
        onShow || ready(askedBy(known ?? draftOf(reading, externalId, ''))),
      ]);
      if (late()) return;
      const both = joins(next);
      if (both) becomeOne(both, next);
      else hold(next);
    },
    held: () => [...held.values()],
    becomeOne,
    beforeShown(next) {
      joins = next;
    },
    leave() {
      const written = flush();
      draft.value = undefined;
      return written;
    },
    setText: (field, value) => change((before) => withText(before, field, value)),
    setList: (list, values) => change((before) => withList(before, list, values)),
    choose: (next) => change((before) => withChoice(before, next(before.choice))),
    suggest(choice) {
      if (draft.value) hold({ ...draft.value, choice, mayDefault: false });
    },
    amend: change,
    setNote: (note, visibility) => change((before) => ({ ...before, note, noteVisibility: visibility ?? before.noteVisibility })),
    async keep(pressed) {
      cancelSave();
      unsaved = false;
      const other = await inTurn(() => memory.drafts.load(pressed.externalId)).catch(() => undefined);
      const exportId = other?.exportId ?? pressed.exportId;
      const kept = { ...pressed, exportId };
      if (draft.value?.externalId === pressed.externalId) hold({ ...draft.value, exportId });
      await save(kept).catch(() => undefined);
      return exportId;
    },
    renew(endedId, forget) {
      const ended = [...held.values()].find(({ exportId }) => exportId === endedId);
      if (!ended) return;
      const next = { ...ended, exportId: newId(), ...(forget ? { note: '' } : {}) };
      held.set(next.externalId, next);
      if (draft.value === ended) {
        draft.value = next;
        cancelSave();
        unsaved = false;
      }
      if (forget) void inTurn(() => memory.drafts.drop(ended.externalId)).catch(() => undefined);
      else void save(next).catch(() => undefined);
    },
    exportIdOf: (externalId) => held.get(externalId)?.exportId,
    // What cannot be remembered is chosen again: no reason to trouble anyone over an export that is on its way.
    rememberChoice: ({ reading, choice }) =>
      memory.siteChoice.set(siteKey(reading.site, reading.url), choice).catch(() => undefined),
  };
}

/** Loaded when somebody is met for the second time. */
const again = async (draft: Draft, reading: Reading): Promise<Draft> => (await import('./merge.ts')).withReading(draft, reading);

const isSame = ({ externalId, reading }: Draft, other: Reading): boolean =>
  other.aliases.includes(externalId) || (other.externalId != null && reading.aliases.includes(other.externalId));
