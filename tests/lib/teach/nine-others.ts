/**
 * The main promise of teaching, in whichever DOM this runs: shown once on a layout that the reader does not know, a field is
 * right on the pages of nine other people, and a page of any other layout gets no answer rather than a wrong one.
 */
import { describe, expect, test } from 'vitest';

import { apply } from '#lib/teach/apply.ts';
import { learn } from '#lib/teach/learn.ts';
import type { Known } from '#lib/teach/personal.ts';
import { ruleSchema, type Rule, type TaughtField } from '#lib/teach/schema.ts';

import { READERS, readFinished } from '../../sites/readers.ts';
import { caseDocument, caseUrl } from '../../support/case-page.ts';
import { githubPage, linkedinPage, PEOPLE, type Someone } from './redesigned.ts';

const pages = import.meta.glob<string>('../../sites/{github,linkedin}/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const LAYOUTS = { linkedin: linkedinPage, github: githubPage };
type Layout = keyof typeof LAYOUTS;

const knownOf = ({ name, slug }: Someone): Known => ({ name, handle: slug, ids: [], texts: [] });

/** The innermost element that prints exactly this. */
export function printing(document: Document, text: string): Element {
  const found = [...document.querySelectorAll('main *')].findLast((element) => element.textContent?.trim() === text);
  if (!found) throw new Error(`nothing prints ${text}`);
  return found;
}

const FIELDS: readonly (readonly [Layout, TaughtField, (person: Someone) => string | undefined])[] = [
  ['linkedin', 'headline', ({ headline }) => headline],
  ['linkedin', 'location', ({ location }) => location],
  ['github', 'headline', ({ headline }) => headline],
  ['github', 'location', ({ location }) => location],
  ['github', 'company', ({ company }) => company],
  ['github', 'emails', ({ email }) => email],
];

function taught(layout: Layout, field: TaughtField, teacher: Someone, value: string): Rule {
  const document = caseDocument(LAYOUTS[layout](teacher).html);
  const rule = learn(printing(document, value), field, document, knownOf(teacher));
  if (!rule) throw new Error('nothing was learned');
  return ruleSchema.parse(structuredClone(rule));
}

export function holdsForNineOthers(): void {
  describe.each(FIELDS)('%s, %s', (layout, field, valueOf) => {
    const teachers = PEOPLE.filter((person) => valueOf(person) !== undefined);

    test('the reader does not find it, or there would be nothing to teach', async () => {
      const [person] = teachers as [Someone];
      const { url, html } = LAYOUTS[layout](person);
      const site = READERS[layout];
      if (!site) throw new Error('no reader');
      const reading = await readFinished(site, caseDocument(html), { patienceMs: 0, address: () => url });
      expect(reading.candidate).toMatchObject({ fullName: person.name });
      const found = reading.candidate?.[field];
      expect(Array.isArray(found) ? found.length : (found ?? 0)).toBe(0);
    });

    test.each(teachers.map((person) => [person.name, person] as const))('taught on the page of %s', (_name, teacher) => {
      const rule = taught(layout, field, teacher, valueOf(teacher) ?? '');
      const answers = PEOPLE.map((person) => [
        person.name,
        apply(rule, caseDocument(LAYOUTS[layout](person).html), knownOf(person))?.value,
      ]);
      expect(answers).toEqual(PEOPLE.map((person) => [person.name, valueOf(person)]));
    });

    test('nothing of the person is in the rule', () => {
      for (const teacher of teachers) {
        const { field: _, ...rule } = taught(layout, field, teacher, valueOf(teacher) ?? '');
        const said = JSON.stringify(rule).toLowerCase();
        const own = Object.values(teacher).filter((value) => typeof value === 'string');
        const words = own
          .flatMap((value) => value.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [])
          .filter((word) => word !== 'fixture');
        expect(
          words.filter((word) => said.includes(word)),
          teacher.name,
        ).toEqual([]);
      }
    });

    test('another layout gets no answer, or the right one', async () => {
      const rule = taught(layout, field, teachers[0] as Someone, valueOf(teachers[0] as Someone) ?? '');
      let asked = 0;
      for (const html of Object.values(pages)) {
        const url = caseUrl(html);
        const site = READERS[new URL(url).hostname.includes('linkedin') ? 'linkedin' : 'github'];
        if (!site) throw new Error('no reader');
        const document = caseDocument(html);
        const reading = await readFinished(site, document, { patienceMs: 0, address: () => url });
        const { fullName } = reading.candidate ?? {};
        const found = apply(rule, document, { name: fullName ?? undefined, handle: url.split('/').at(-2) })?.value;
        asked += 1;
        if (found === undefined) continue;
        const right = reading.candidate?.[field];
        const rights = Array.isArray(right) ? (right as { value: string }[]).map(({ value }) => value) : [right];
        expect(rights, `${url}: ${found}`).toContain(found);
      }
      expect(asked).toBeGreaterThan(40);
    });
  });
}
