/** Rows of people: the same person once, however often a list is read; nobody whom the site hides is given an identity. */
import { describe, expect, test } from 'vitest';

import type { ListedPerson } from '#lib/candidate/reading.ts';
import { chosenText, isChoosable, withMore } from '#lib/panel/people-rows.ts';

const ines: ListedPerson = { fullName: 'Inés Prado', externalId: 'github:ines-fixture', url: 'https://github.com/ines-fixture' };
const tomas: ListedPerson = {
  fullName: 'Tomáš Veselý',
  externalId: 'github:tomas-fixture',
  url: 'https://github.com/tomas-fixture',
};
const hidden: ListedPerson = { masked: true, headline: 'Engineer at Quayside', url: 'https://www.linkedin.com/search/none' };

const names = (rows: ReturnType<typeof withMore>) => rows.map(({ person }) => person.fullName);

describe('a list that is read again', () => {
  test('shows nobody twice, and what is new behind', () => {
    const rows = withMore(withMore([], [tomas]), [ines, tomas]);
    expect(names(rows)).toEqual(['Tomáš Veselý', 'Inés Prado']);
    expect(withMore(rows, [ines, tomas])).toEqual(rows);
  });

  test('knows a person by any of their ids', () => {
    const bySlug: ListedPerson = {
      fullName: 'Mira Okafor',
      externalId: 'linkedin:mira-okafor-fixture',
      url: 'https://www.linkedin.com/in/mira-okafor-fixture',
    };
    const byMember = { ...bySlug, externalId: 'linkedin-member:4000000077', aliases: ['linkedin:mira-okafor-fixture'] };
    const [row, ...others] = withMore(withMore([], [bySlug]), [byMember]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      key: 'linkedin:mira-okafor-fixture',
      ids: ['linkedin:mira-okafor-fixture', 'linkedin-member:4000000077'],
    });
  });

  test('keeps what a row said before it was drawn only in part', () => {
    const [row] = withMore(withMore([], [{ ...ines, headline: 'Rows at dawn' }]), [{ ...ines, fullName: '', headline: null }]);
    expect(row?.person).toMatchObject({ fullName: 'Inés Prado', headline: 'Rows at dawn' });
  });

  test('two hidden people who say the same are two, and stay two', () => {
    const rows = withMore([], [hidden, ines, hidden]);
    expect(rows).toHaveLength(3);
    expect(withMore(rows, [hidden, ines, hidden])).toHaveLength(3);
    expect(withMore(rows, [hidden, hidden, hidden])).toHaveLength(4);
  });
});

test('somebody hidden has no identity, even where the row has a link', () => {
  const [row] = withMore([], [{ ...hidden, externalId: 'linkedin:headless' }]);
  expect(row?.ids).toEqual([]);
  expect(row && isChoosable(row)).toBe(false);
});

test('ten times the rows take about ten times as long', () => {
  const people = Array.from({ length: 50_000 }, (_, n): ListedPerson => ({
    fullName: `Person ${n}`,
    externalId: `github:p${n}`,
    url: `https://github.com/p${n}`,
  }));
  const start = performance.now();
  expect(withMore(withMore([], people), people)).toHaveLength(50_000);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('what is copied is a name and a link a line, and no formula', () => {
  const evil: ListedPerson = { fullName: '=HYPERLINK("x")\n\tIda', externalId: 'github:i', url: 'https://github.com/i' };
  const nameless: ListedPerson = { externalId: 'github:q7x-fixture', url: 'https://github.com/q7x-fixture' };
  expect(chosenText(withMore([], [ines, evil, nameless]))).toBe(
    'Inés Prado\thttps://github.com/ines-fixture\nHYPERLINK("x") Ida\thttps://github.com/i\ngithub.com/q7x-fixture\thttps://github.com/q7x-fixture',
  );
});
