/**
 * The other pages of the person on show: those that their links lead to, and those that were opened by hand and may be theirs.
 * Nothing is added without a click, and what was added can be taken off again. What the recruiter decides holds for the session.
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import type { Draft } from './draft.ts';
import { joined, withoutPage } from './merge.ts';
import { pagesOf } from './merge-pages.ts';
import { onePerPanel } from './one-per-panel.ts';
import { profileOf } from './profile-of.ts';
import { pageName } from './site-name.ts';

/** A page of theirs, known by a link, or added. */
export interface TheirPage {
  externalId: string;
  url: string;
  /** What people call its site. */
  name: string;
}

export interface PagesModel {
  /** Pages that the person's links lead to, and that were not read yet. */
  alsoOn: ReadonlySignal<readonly TheirPage[]>;
  /** Pages that were added to the one that the person was met on. */
  added: ReadonlySignal<readonly TheirPage[]>;
  /** Somebody met before, who this page or whose page says that they are one. */
  maybe: ReadonlySignal<{ externalId: string; name: string; url: string } | undefined>;
  /** Shows the page in the same tab; what it says is added to the person on show. */
  open(page: TheirPage): Promise<void>;
  add(): void;
  keepApart(): void;
  takeOff(page: TheirPage): void;
}

/** More links than this are a list of something else. */
const MOST = 12;

export const theirPagesOf = onePerPanel(({ person, page }): PagesModel => {
  /** Pairs of external ids that are two people. */
  const apart = signal<ReadonlySet<string>>(new Set());
  const keep = (one: string, other: string) => {
    apart.value = new Set([...apart.value, `${one} ${other}`, `${other} ${one}`]);
  };
  /** External id of a page that was asked for, and of the person that it adds to. */
  const wanted = new Map<string, string>();
  const held = (externalId: string | undefined) => person.held().find((draft) => draft.externalId === externalId);
  person.beforeShown((arrived) => {
    const id = idsOf(arrived).find((one) => wanted.has(one));
    const into = id === undefined ? undefined : held(wanted.get(id));
    wanted.delete(id ?? '');
    return into && into.externalId !== arrived.externalId ? joined(into, arrived) : undefined;
  });

  const areApart = (one: Draft, other: Draft) =>
    idsOf(one).some((id) => idsOf(other).some((its) => apart.value.has(`${id} ${its}`)));

  const maybe = computed(() => {
    const draft = person.draft.value;
    if (!draft) return undefined;
    const other = person
      .held()
      .findLast(
        (one) => one.externalId !== draft.externalId && !areApart(one, draft) && (names(draft, one) || names(one, draft)),
      );
    return other && { externalId: other.externalId, name: nameOf(other), url: other.reading.url ?? '' };
  });

  return {
    alsoOn: computed(() => (person.draft.value ? unread(person.draft.value) : [])),
    added: computed(() => (person.draft.value ? pagesOf(person.draft.value).slice(1).map(asPage) : [])),
    maybe,
    async open({ externalId, url }) {
      if (person.draft.value) wanted.set(externalId, person.draft.value.externalId);
      await page.open(url);
    },
    add() {
      const [into, draft] = [held(maybe.value?.externalId), person.draft.value];
      if (into && draft) person.becomeOne(joined(into, draft), draft);
    },
    keepApart() {
      if (maybe.value && person.draft.value) keep(person.draft.value.externalId, maybe.value.externalId);
    },
    takeOff({ externalId }) {
      if (!person.draft.value) return;
      keep(person.draft.value.externalId, externalId);
      person.amend((draft) => withoutPage(draft, externalId));
      // It may be the very page that is on show, which is somebody else's then.
      page.readAgain();
    },
  };
});

const idsOf = ({ externalId, reading }: Draft): string[] => [externalId, ...reading.aliases];

const asPage = ({ externalId, url }: Draft['reading']): TheirPage => ({
  externalId: externalId ?? '',
  url: url ?? '',
  name: pageName(url ?? ''),
});

const nameOf = ({ candidate: { firstName, lastName, fullName } }: Draft): string =>
  [firstName, lastName].filter(Boolean).join(' ') || fullName || '';

/** Whether the pages of one link to a page of the other. */
const names = (one: Draft, other: Draft): boolean => {
  const ids = idsOf(other);
  return (one.reading.candidate?.links ?? []).some(({ url }) => ids.includes(profileOf(url)?.externalId ?? ''));
};

function unread(draft: Draft): TheirPage[] {
  const known = new Set(idsOf(draft));
  const found = new Map<string, TheirPage>();
  for (const { url, kind } of draft.candidate.links) {
    const profile = profileOf(url);
    // A network without a reader of its own shows nothing to the one for any page.
    if (!profile || known.has(profile.externalId) || (profile.externalId.startsWith('web:') && kind !== 'website')) continue;
    found.set(profile.externalId, { ...profile, name: pageName(url) });
  }
  return [...found.values()].slice(0, MOST);
}
