import { expect, test } from 'vitest';

import { web } from '#lib/sites/web/web.ts';

import { readFinished } from '../../sites/readers.ts';

/** In the browser, because there it has to be quick; a DOM library takes that long to parse such a page. */
test('a page of five megabytes is read in a few seconds', async () => {
  const row =
    '<li class="h-cite" itemscope><a href="https://github.com/someone-fixture" rel="nofollow">Someone Else</a> at - at . at [at] a@ <b class="p-name">x</b></li>';
  const owner = '<div class="h-card"><h1 class="p-name">Jane Doe</h1><a class="u-url u-uid" href="/">me</a></div>';
  const document = new DOMParser().parseFromString(
    `<body>${owner}<ul>${row.repeat(5_000_000 / row.length)}</ul></body>`,
    'text/html',
  );
  const started = performance.now();
  const reading = await readFinished(web, document, { patienceMs: 0, address: () => 'https://jane.example/' });
  expect(reading.candidate).toMatchObject({ fullName: 'Jane Doe', links: [{ url: 'https://jane.example/', kind: 'website' }] });
  expect(performance.now() - started).toBeLessThan(6000);
});

test('a page of twenty thousand accounts is refused in a few seconds', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `<li><a href="https://github.com/someone-${at}">Someone</a></li>`);
  const html = `<title>Jane Doe</title><body><h1>Jane Doe</h1><p>I list people.</p><ul>${rows.join('')}</ul></body>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const started = performance.now();
  const reading = await readFinished(web, document, { patienceMs: 0, address: () => 'https://jane.example/' });
  expect(reading.status).toBe('not-a-profile');
  expect(performance.now() - started).toBeLessThan(6000);
});
