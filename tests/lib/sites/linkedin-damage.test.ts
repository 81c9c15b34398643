// @vitest-environment happy-dom
/**
 * LinkedIn changes without notice. A page that has lost any one of its elements may show less of a person, but must never show
 * something else in its place: another person's name, an employer as a headline, a headline as a place.
 */
import { describe, expect, test } from 'vitest';

import { linkedin } from '#lib/sites/linkedin/linkedin.ts';
import type { Reading } from '#lib/candidate/reading.ts';

import { readFinished } from '../../sites/readers.ts';
import { caseDocument, caseUrl } from '../../support/case-page.ts';

const pages = import.meta.glob<string>('../../sites/linkedin/*/page.html', { query: '?raw', import: 'default', eager: true });

const DAMAGED = [
  'sdui-c2-complete',
  'sdui-c3-german',
  'sdui-c1-name-in-paragraph',
  'sdui-emoji-credentials-former-name',
  'sdui-previous-person-still-in-page',
  'sdui-no-current-role',
  'sdui-own-profile',
  'classic-complete',
  'classic-polish-contact-overlay',
  'classic-no-experience',
  'classic-grouped-show-all',
  'public-complete',
  'public-2016',
  'ember-2018',
];

describe.each(DAMAGED)('%s', (name) => {
  test('never shows anything else in the place of what is gone', async () => {
    const html = pages[`../../sites/linkedin/${name}/page.html`] ?? '';
    const url = caseUrl(html);
    const page = caseDocument(html);
    const read = () => readFinished(linkedin, page, { patienceMs: 0, address: () => url });
    const whole = await read();
    const allowed = allowedIn(whole);
    const wrong: string[] = [];
    for (const element of page.body.querySelectorAll('*')) {
      const { parentNode, nextSibling } = element;
      if (!parentNode) continue;
      element.remove();
      const damaged = await read();
      parentNode.insertBefore(element, nextSibling);
      for (const [field, value] of values(damaged)) {
        if (!allowed[field]?.has(value)) wrong.push(`${field}: ${value} without ${element.outerHTML.slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await read()).toEqual(whole);
  }, 30_000);
});

const SCALARS = ['fullName', 'headline', 'location', 'photoUrl', 'company'] as const;

/** Every value that a damaged page is held to, by field. */
function values({ candidate, aliases, externalId }: Reading): [string, string][] {
  if (!candidate) return [];
  const name = [candidate.firstName, candidate.lastName].flatMap((part) => part?.split(' ') ?? []);
  return [
    ...SCALARS.flatMap((field): [string, string][] => (candidate[field] ? [[field, candidate[field]]] : [])),
    ...name.map((word): [string, string] => ['name', word]),
    ...candidate.emails.map(({ value }): [string, string] => ['emails', value]),
    ...candidate.phones.map(({ value }): [string, string] => ['phones', value]),
    ...candidate.links.map((link): [string, string] => ['links', link.url]),
    ...candidate.education.map(({ school }): [string, string] => ['school', school ?? '']),
    ...[...aliases, externalId ?? ''].map((id): [string, string] => ['ids', id]),
  ];
}

function allowedIn(whole: Reading): Record<string, Set<string>> {
  const allowed: Record<string, Set<string>> = {};
  for (const [field, value] of values(whole)) (allowed[field] ??= new Set()).add(value);
  // With the first role gone the next one counts, at its own employer.
  for (const { company } of whole.candidate?.positions ?? []) if (company) (allowed['company'] ??= new Set()).add(company);
  for (const { school, degree, field } of whole.candidate?.education ?? []) {
    for (const text of [school, degree, `${degree}, ${field}`]) if (text) (allowed['school'] ??= new Set()).add(text);
  }
  return allowed;
}
