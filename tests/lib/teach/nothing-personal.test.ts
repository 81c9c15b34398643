// @vitest-environment happy-dom
/**
 * Whatever is pointed at, on any page that we have: the rule says nothing of the person it was taught with, and leads back to
 * what was pointed at.
 */
import { expect, test } from 'vitest';

import { handleOf } from '#lib/page/taught.ts';
import { apply } from '#lib/teach/apply.ts';
import { learn } from '#lib/teach/learn.ts';
import { LABELS } from '#lib/teach/learn-words.ts';
import type { Known } from '#lib/teach/personal.ts';
import { ruleSchema } from '#lib/teach/schema.ts';
import { printed, valueIn } from '#lib/teach/texts.ts';

import { READERS, readFinished } from '../../sites/readers.ts';
import { caseDocument, caseUrl } from '../../support/case-page.ts';

const pages = import.meta.glob<string>('../../sites/{github,linkedin,web}/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** On each page, so many elements, from all over it. */
const TRIED = 4;

/** A label that was itself pointed at. */
const isOfTheSite = (text: string) => LABELS.has(text) || ['linkedin', 'mail', 'current'].includes(text);

test.each(Object.entries(pages).map(([path, html]) => [path.split('/').slice(-3, -1).join('/'), html] as const))(
  '%s',
  async (name, html) => {
    const url = caseUrl(html);
    const document = caseDocument(html);
    const site = READERS[name.split('/')[0] ?? ''];
    if (!site) throw new Error('no reader');
    const reading = await readFinished(site, document, { patienceMs: 0, address: () => url });
    const { candidate } = reading;
    if (!candidate?.fullName) return;
    const { fullName, headline, title, company, location } = candidate;
    const ids = [reading.externalId, ...reading.aliases].flatMap((id) => id?.replace(/^[^:]*:/, '') || []);
    const known: Known = {
      name: fullName,
      handle: handleOf(reading.url),
      ids,
      texts: [headline, title, company, location].flatMap((text) => text || []),
    };
    const names = fullName.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [];
    const texts = [...document.querySelectorAll('main *, body *')].filter(
      (element) => element.childElementCount === 0 && valueIn(element, 'headline') !== '',
    );
    const every = Math.max(1, Math.floor(texts.length / TRIED));
    for (const element of texts.filter((_, at) => at % every === 0)) {
      const rule = learn(element, 'headline', document, known);
      if (!rule) continue;
      ruleSchema.parse(rule);
      const { field: _, ...rest } = rule;
      const said = JSON.stringify(rest).toLowerCase();
      const own = [...names, ...ids.filter((id) => id.length > 3), printed(element)]
        .map((text) => text.toLowerCase())
        .filter((text) => !isOfTheSite(text));
      expect(
        own.filter((text) => said.includes(text)),
        `${printed(element)}: ${said}`,
      ).toEqual([]);
      expect(apply(rule, document, known)?.value).toBe(valueIn(element, 'headline'));
    }
  },
);
