/**
 * The people of a page that lists several: as rows in the page's order, some of them chosen. A page shows its list in pieces
 * (it is scrolled, or draws only what is in view), so every reading of one address adds up. Nothing here outlives the panel.
 */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';

import { onePerPanel } from './one-per-panel.ts';
import { chosenText, withMore, type ListedRow } from './people-rows.ts';

export interface PeopleModel {
  /** Of the page on show. Whoever knows more of a person (are they in Greenhouse?) says it by the row's `key`, asking by its `ids`. */
  rows: ReadonlySignal<readonly ListedRow[]>;
  /** Keys of the rows that are chosen on this page. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  choose(keys: readonly string[], on: boolean): void;
  /** These, and no others. */
  chooseOnly(keys: readonly string[]): void;
  open(row: ListedRow): Promise<void>;
  /** Names and links of the chosen, into the clipboard. */
  copyChosen(): Promise<void>;
}

interface Listed {
  rows: readonly ListedRow[];
  chosen: ReadonlySet<string>;
}
const NONE: Listed = { rows: [], chosen: new Set() };

export const peopleOf = onePerPanel(({ page, copy }): PeopleModel => {
  /** By address; what is chosen on one page stays chosen while the recruiter is on another. */
  const pages = new Map<string, Listed>();
  const on = signal('');
  const shown = signal<Listed>(NONE);

  const put = (address: string, listed: Listed) => {
    pages.set(address, listed);
    on.value = address;
    shown.value = listed;
  };

  effect(() => {
    const now = page.state.value;
    if (now.is !== 'list') return;
    const address = withoutFragment(now.at);
    const left = pages.get(on.peek());
    // Rows that nobody chose of are read again when the page is.
    if (on.peek() !== address && left?.chosen.size === 0) pages.delete(on.peek());
    const before = pages.get(address) ?? NONE;
    put(address, { ...before, rows: withMore(before.rows, now.people) });
  });

  return {
    rows: computed(() => shown.value.rows),
    chosen: computed(() => shown.value.chosen),
    choose(keys, chosen) {
      const next = new Set(shown.value.chosen);
      for (const key of keys) {
        if (chosen) next.add(key);
        else next.delete(key);
      }
      put(on.value, { ...shown.value, chosen: next });
    },
    chooseOnly: (keys) => put(on.value, { ...shown.value, chosen: new Set(keys) }),
    async open({ person }) {
      if (person.url) await page.open(person.url);
    },
    copyChosen: () => copy(chosenText(shown.value.rows.filter(({ key }) => shown.value.chosen.has(key)))),
  };
});

const withoutFragment = (address: string): string => address.split('#', 1)[0] ?? '';
