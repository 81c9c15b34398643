// @vitest-environment happy-dom
/**
 * A list that has lost any one of its elements may show fewer people, or less of one. Nobody gets another one's name, words or
 * identity, and whoever is masked stays so.
 */
import { describe, expect, test } from 'vitest';

import type { ListedPerson } from '#lib/candidate/reading.ts';

import { CASES } from '../../sites/all-cases.ts';
import { READERS, readFinished } from '../../sites/readers.ts';
import { caseDocument } from '../../support/case-page.ts';

const LISTS = CASES.filter(
  ({ site, expected }) => site.startsWith('linkedin') && (expected as { status: string }).status === 'list',
);

/** What names of masked people are called in these cases, in the labels that give them away. */
const SECRETS = /geheim|verdeckt|skjult|verborgen$|headless/i;

/** Whom a damaged row is about, and how much of them it may still say. */
function invented(person: ListedPerson, whole: readonly ListedPerson[]): string[] {
  const { fullName, headline, location, masked, externalId, url, aliases = [] } = person;
  if (masked) {
    const said = whole.filter((other) => other.masked);
    if (fullName || externalId || url || aliases.length > 0) return [`${fullName} ${externalId} is masked`];
    const isOfOne = said.some((other) => isPartOf(headline, other.headline) && (!location || location === other.location));
    return isOfOne ? [] : [`masked: ${headline} / ${location}`];
  }
  const same = whole.filter(
    (other) => other.externalId && [other.externalId, ...(other.aliases ?? [])].includes(idOf(externalId)),
  );
  // Somebody whose link is gone has a name without an identity.
  const own = externalId ? same : whole.filter((other) => other.fullName === fullName);
  return own
    .flatMap((other) => [
      ...(fullName === other.fullName ? [] : [`fullName ${fullName} of ${other.fullName}`]),
      ...(isPartOf(headline, other.headline) ? [] : [`headline ${headline} of ${fullName}`]),
      ...(!location || location === other.location ? [] : [`location ${location} of ${fullName}`]),
      ...aliases.filter((alias) => ![other.externalId, ...(other.aliases ?? [])].includes(alias)),
    ])
    .concat(own.length === 0 ? [`${fullName} ${externalId} is nobody of this list`] : []);
}

const isPartOf = (text: string | null | undefined, whole: string | null | undefined): boolean =>
  (text ?? '').split(' ').every((word) => !/\w/.test(word) || whole?.includes(word));

/** Without the name in it, the id in a link is all that there is. */
const idOf = (externalId: string | null | undefined): string =>
  /^linkedin:AC[\w-]{37}$/.test(externalId ?? '') ? `linkedin-id:${externalId?.slice('linkedin:'.length)}` : (externalId ?? '');

describe.each(LISTS)('$site / $name', ({ site, html, url }) => {
  test('without any one of its elements lists nobody else', async () => {
    const page = caseDocument(html);
    const read = () => readFinished(READERS[site]!, page, { patienceMs: 0, address: () => url });
    const whole = (await read()).people ?? [];
    expect(whole.length).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const element of page.body.querySelectorAll('*')) {
      const { parentNode, nextSibling } = element;
      if (!parentNode) continue;
      element.remove();
      const { people = [] } = await read();
      parentNode.insertBefore(element, nextSibling);
      const claims = people.flatMap((person) => invented(person, whole));
      wrong.push(...claims.map((claim) => `${claim} ← without ${element.outerHTML.slice(0, 100)}`));
    }
    expect(wrong).toEqual([]);
    expect((await read()).people).toEqual(whole);
  }, 60_000);

  test('gives nobody away who is masked', async () => {
    const { people = [] } = await readFinished(READERS[site]!, caseDocument(html), { patienceMs: 0, address: () => url });
    const said = people.filter(({ masked }) => masked).map(({ headline: _, location: __, ...rest }) => rest);
    expect(said.every((rest) => Object.keys(rest).join() === 'masked')).toBe(true);
    for (const { fullName, externalId } of people) expect(`${fullName} ${externalId}`).not.toMatch(SECRETS);
  });
});
