/**
 * Pages as people save them. A second parser splits anchors that were nested; some tools keep the main part alone; and real pages
 * have far more around the person than a case has. None of it may change what is read. In a real browser: parsers of DOM libraries
 * let anchors nest.
 */
import { describe, expect, test } from 'vitest';

import { CASES } from '../../sites/all-cases.ts';
import { READERS, readFinished } from '../../sites/readers.ts';
import { caseDocument } from '../../support/case-page.ts';

const PEOPLE = CASES.filter(
  ({ site, expected }) => site.startsWith('linkedin') && /complete|partial|list/.test((expected as { status: string }).status),
);

const read = (site: string, document: Document, url: string) =>
  readFinished(READERS[site]!, document, { patienceMs: 0, address: () => url });

/** Everybody who is not the person: in the words and the markup of either generation. */
const BEFORE = `
<dialog data-testid="dialog"><h2>Ad Options</h2><p>Why am I seeing this ad?</p><a href="mailto:ads@noise.example">Write to us</a>
<a href="https://www.linkedin.com/help/linkedin/answer/62931">Manage your ad preferences</a></dialog>
<dialog data-testid="dialog"><h1>Share</h1><p>Someone Else</p><p>· 2nd</p><a href="https://www.linkedin.com/in/noisy-viewer-fixture/">Me</a></dialog>
<div role="dialog" class="msg-overlay"><h2>Noisy Chatter</h2><a href="https://www.linkedin.com/in/noisy-chatter-fixture/"><h2>Noisy Chatter</h2></a>
<p>Call me: <a href="tel:+15550100">+1 555 0100</a> or <a href="mailto:chatter@noise.example">chatter@noise.example</a></p></div>
<code style="display:none" id="bpr-guid-990">{"data":{},"included":[{"$type":"com.linkedin.voyager.identity.shared.MiniProfile","firstName":"Noisy","lastName":"Viewer","publicIdentifier":"noisy-viewer-fixture","objectUrn":"urn:li:member:4290000001"}]}</code>`;
const AFTER = `
<aside class="scaffold-layout__aside"><section class="artdeco-card pv-profile-card" data-view-name="profile-card"><h2>People also viewed</h2>
<ul><li class="artdeco-list__item"><a href="https://www.linkedin.com/in/noisy-neighbour-fixture/"><span aria-hidden="true">Noisy Neighbour</span></a>
<p>· 3rd</p><p>Chief Noise Officer at Loud</p></li></ul></section></aside>
<section class="feed-shared-update-v2"><a href="https://www.linkedin.com/in/noisy-author-fixture/">Noisy Author</a><p>4y • Edited •</p>
<p>We hire! <a href="mailto:jobs@noise.example">jobs@noise.example</a> <a href="https://noise.example/">noise.example</a></p></section>
<div id="interop-outlet" data-testid="interop-shadowdom"></div><footer><p>LinkedIn Corporation © 2026</p><a href="tel:+15550199">Call</a></footer>`;

describe.each(PEOPLE)('$site / $name', ({ site, html, url, expected }) => {
  test('is the same when a second parser has split its nested anchors', async () => {
    const split = html.replaceAll('<x-a ', '<a ').replaceAll('</x-a>', '</a>');
    expect(await read(site, caseDocument(split), url)).toEqual(expected);
  });

  test('is the same among advertisements, messages, neighbours and posts', async () => {
    const document = caseDocument(html);
    for (const [markup, where] of [
      [BEFORE, 'afterbegin'],
      [AFTER, 'beforeend'],
    ] as const)
      document.body.insertAdjacentHTML(where, markup);
    expect(await read(site, document, url)).toEqual(expected);
  });

  test('is the same without the name of its screen', async () => {
    const document = caseDocument(html);
    const screens = document.querySelectorAll('[data-sdui-screen]');
    // A dialog of contact details is a screen within one, and some details screens are known by nothing else.
    const isNeeded = screens.length > 1 || url.includes('/details/languages/');
    if (!isNeeded) for (const screen of screens) screen.removeAttribute('data-sdui-screen');
    expect(await read(site, document, url)).toEqual(expected);
  });
});
