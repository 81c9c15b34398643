/**
 * Who of the people on a list is in Greenhouse, as far as this machine knows: Greenhouse itself is not asked about hundreds of
 * people because a recruiter looked at a page. Every row is asked about once, and again when what is known has changed.
 */
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';

import type { BlindSpot, Verdict } from '#lib/identity/schema.ts';
import { askedOf } from '#lib/indicators/asked.ts';

import { onePerPanel } from './one-per-panel.ts';
import type { Panel } from './panel.ts';
import { peopleOf } from './people.ts';
import { isChoosable, type ListedRow } from './people-rows.ts';

/** `unknown`: not asked yet, nothing to ask by, or not all of Greenhouse is known here: "new" would say too much. */
export type RowState = 'known' | 'possible' | 'new' | 'unknown';

export interface PeopleKnown {
  stateOf(row: ListedRow): RowState;
  verdictOf(row: ListedRow): Verdict | undefined;
  /** How many of the rows are in each state. */
  counts: ReadonlySignal<Record<RowState, number>>;
  /** Why "not found" is not "new", said once for the whole list; nothing when it is. */
  blind: ReadonlySignal<'off' | 'partly' | undefined>;
  /** Rows of whoever is in Greenhouse are left out. */
  hidesKnown: ReadonlySignal<boolean>;
  hideKnown(on: boolean): void;
  /** The rows to be shown. */
  rows: ReadonlySignal<readonly ListedRow[]>;
  /** Keys of those who can be chosen and were not found. */
  newKeys: ReadonlySignal<readonly string[]>;
}

/** So many are asked about in one message: the first screen of a list of thousands has its answers while the rest is asked. */
const CHUNK = 200;
/** Milliseconds. An index that is being filled changes several times in a second. */
const CALM_MS = 5000;

/** Without all of these, whoever was not found may be in Greenhouse all the same. */
const PARTLY = new Set<BlindSpot>(['index-filling', 'index-months', 'index-stale', 'index-damaged']);

export const peopleKnownOf = onePerPanel((panel: Panel): PeopleKnown => {
  const people = peopleOf(panel);
  const verdicts = signal<ReadonlyMap<string, Verdict>>(new Map());
  const hidesKnown = signal(false);
  /** What each row was asked by: with another id it is another question. */
  const asked = new Map<string, string>();
  /** Counts up whenever what is known may be another: an answer from before is too late. */
  let turn = 0;
  let waits = false;

  async function ask(rows: readonly ListedRow[]): Promise<void> {
    const mine = turn;
    const due = rows.flatMap((row) => {
      const request = askedOf({ ...row.person, aliases: [...row.ids] });
      const question = JSON.stringify(request);
      if (!request || asked.get(row.key) === question) return [];
      asked.set(row.key, question);
      return { key: row.key, request };
    });
    if (due.length === 0) return;
    const { known } = await panel.listed();
    for (let at = 0; at < due.length; at += CHUNK) {
      const chunk = due.slice(at, at + CHUNK);
      const answers = await known(chunk.map(({ request }) => request)).catch(() => undefined);
      if (mine !== turn) return;
      // Nobody answered: it is asked again with the next reading, and until then nothing is said.
      if (!answers) for (const { key } of due.slice(at)) asked.delete(key);
      if (!answers) return;
      verdicts.value = new Map([
        ...verdicts.value,
        ...chunk.flatMap(({ key }, n): [string, Verdict][] => (answers[n] ? [[key, answers[n]]] : [])),
      ]);
    }
  }

  const again = () => {
    turn += 1;
    asked.clear();
    if (panel.connected.peek()) void ask(people.rows.peek());
  };

  effect(() => {
    const rows = people.rows.value;
    if (panel.connected.value) untracked(() => void ask(rows));
    else {
      turn += 1;
      asked.clear();
      verdicts.value = new Map();
    }
  });
  // Back from a person's own page, the recruiter may have said or sent something.
  let isList = panel.page.state.peek().is === 'list';
  effect(() => {
    const was = isList;
    isList = panel.page.state.value.is === 'list';
    if (isList && !was) untracked(again);
  });
  void panel.listed().then(({ onChange }) =>
    onChange(() => {
      if (waits) return;
      waits = true;
      panel.later(CALM_MS, () => {
        waits = false;
        again();
      });
    }),
  );

  const spots = computed(() => new Set([...verdicts.value.values()].flatMap(({ blind = [] }) => blind)));
  const blind = computed(() =>
    spots.value.has('index-off') ? 'off' : [...spots.value].some((spot) => PARTLY.has(spot)) ? 'partly' : undefined,
  );
  const verdictOf = ({ key }: ListedRow) => verdicts.value.get(key);
  const stateOf = (row: ListedRow): RowState => {
    const kind = verdictOf(row)?.kind ?? 'unknown';
    return kind === 'new' && blind.value ? 'unknown' : kind;
  };
  return {
    stateOf,
    verdictOf,
    counts: computed(() => {
      const counts = { known: 0, possible: 0, new: 0, unknown: 0 };
      for (const row of people.rows.value) counts[stateOf(row)] += 1;
      return counts;
    }),
    blind,
    hidesKnown,
    hideKnown: (on) => {
      hidesKnown.value = on;
    },
    rows: computed(() => people.rows.value.filter((row) => !hidesKnown.value || stateOf(row) !== 'known')),
    newKeys: computed(() =>
      people.rows.value.filter((row) => isChoosable(row) && verdictOf(row)?.kind === 'new').map(({ key }) => key),
    ),
  };
});
