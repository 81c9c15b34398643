// @vitest-environment happy-dom
/** LinkedIn moves from person to person without loading a page: address, title, data and document change at different moments. */
import { describe, expect, test } from 'vitest';

import { linkedin } from '#lib/sites/linkedin/linkedin.ts';

import { readFinished } from '../../sites/readers.ts';
import { caseDocument } from '../../support/case-page.ts';

const pages = import.meta.glob<string>('../../sites/linkedin/*/page.html', { query: '?raw', import: 'default', eager: true });
const caseNamed = (name: string): string => pages[`../../sites/linkedin/${name}/page.html`] ?? '';

const A = {
  html: caseNamed('sdui-c2-complete'),
  url: 'https://www.linkedin.com/in/ines-okafor-fixture/',
  name: 'Ines Okafor Brandt',
};
const B = { html: caseNamed('sdui-id-url'), url: 'https://www.linkedin.com/in/felix-amsel-fixture/', name: 'Felix Amsel' };

/** The document of one person, in a live window, so that a later change is observed. */
function shown(html: string): Document {
  const page = caseDocument(html);
  document.documentElement.lang = page.documentElement.lang;
  document.body.innerHTML = page.body.innerHTML;
  return document;
}

const main = (html: string): string => caseDocument(html).querySelector('main')?.outerHTML ?? '';

describe('a move from one person to the next', () => {
  test('the previous person under the next address is never read', async () => {
    const reading = await readFinished(linkedin, shown(A.html), { patienceMs: 20, address: () => B.url });
    expect(reading).toMatchObject({ status: 'not-ready', externalId: 'linkedin:felix-amsel-fixture' });
    expect(JSON.stringify(reading)).not.toContain('Ines');
  });

  test('the next person is read as soon as the document shows them', async () => {
    const page = shown(A.html);
    const reading = readFinished(linkedin, page, { patienceMs: 2000, address: () => B.url });
    page.querySelector('main')!.outerHTML = '<main></main>';
    page.querySelector('main')!.outerHTML = main(B.html);
    expect(await reading).toMatchObject({ externalId: 'linkedin:felix-amsel-fixture', candidate: { fullName: B.name } });
  });

  test('what is read while the address goes on to the next person is thrown away', async () => {
    const addresses = [A.url, A.url, B.url];
    const reading = await readFinished(linkedin, shown(A.html), { patienceMs: 20, address: () => addresses.shift() ?? B.url });
    expect(reading).toEqual({ status: 'moved', site: 'linkedin', aliases: [], missing: [], evidence: {} });
  });

  test('waiting ends when the address goes on', async () => {
    let address = B.url;
    const page = shown(A.html);
    const reading = readFinished(linkedin, page, { patienceMs: 2000, address: () => address });
    address = 'https://www.linkedin.com/feed/';
    page.body.append(page.createElement('p'));
    expect(await reading).toMatchObject({ status: 'moved' });
  });

  test('with both people in the document each address gets its own', async () => {
    const page = shown(caseNamed('sdui-previous-person-still-in-page'));
    const at = (url: string) => readFinished(linkedin, page, { patienceMs: 0, address: () => url });
    const [first, second] = [await at(A.url), await at(B.url)];
    expect(first.candidate?.fullName).toBe(A.name);
    expect(second.candidate?.fullName).toBe(B.name);
    expect(JSON.stringify(second)).not.toMatch(/Ines|Nordlys|Havby/);
  });
});
