/** Greenhouse does not publish how its page is built: every usual way of showing a label with its value must do. */
import { expect, test } from 'vitest';

import { shownCredential } from '#lib/in-page/shown-credential.ts';

const ID = 'kq83hd72bs91-71004';
const SECRET = 'fixture_9fK2mQ7xT1vB4nL8wZ3cR6';
const OTHER = 'zz11yy22xx33-71004';

const read = (body: string) => shownCredential(new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html'));

test.each([
  ['a list of terms', `<dl><dt>Client ID</dt><dd>${ID}</dd><dt>Client secret</dt><dd>${SECRET}</dd></dl>`],
  [
    'fields with labels',
    `<label for="a">Client ID</label><input id="a" readonly value="${ID}"><label for="b">Client Secret</label><input id="b" readonly value="${SECRET}">`,
  ],
  [
    'fields inside their labels',
    `<label>Client key <input readonly value="${ID}"></label><label>Secret<textarea readonly>${SECRET}</textarea></label>`,
  ],
  [
    'a table',
    `<table><tr><th>Client ID</th><td><code>${ID}</code></td></tr><tr><th>Secret key</th><td><code>${SECRET}</code></td></tr></table>`,
  ],
  ['one line each', `<p>Client ID: ${ID}</p><p>Client secret: ${SECRET}</p>`],
  [
    'boxes with a button to copy',
    `<div><div><span>Client ID</span></div><div><div><span>${ID}</span></div><button>Copy</button></div></div>
     <div><div><span>Client secret</span></div><div><div><span>${SECRET}</span></div><button>Copy</button></div></div>`,
  ],
  [
    'fields that are labelled for screen readers alone',
    `<input aria-label="Client ID" value="${ID}"><input type="password" aria-label="Client secret" value="${SECRET}">`,
  ],
])('%s', (_how, body) => {
  expect(read(body)).toEqual({ clientId: ID, secret: SECRET });
});

test('a secret that is hidden is not taken, the id is', () => {
  expect(read(`<dl><dt>Client ID</dt><dd>${ID}</dd><dt>Client secret</dt><dd>••••••••••••••••••••</dd></dl>`)).toEqual({
    clientId: ID,
  });
  expect(read(`<input aria-label="Client secret" value="********************">`)).toEqual({});
});

test('a list of several credentials is nobody’s: which is meant cannot be told', () => {
  const row = (id: string) => `<tr><td>Client ID</td><td>${id}</td></tr>`;
  expect(read(`<table>${row(ID)}${row(OTHER)}</table>`)).toEqual({});
});

test('a secret beside several ids is taken alone', () => {
  const rows = `<table><tr><td>Client ID</td><td>${ID}</td></tr><tr><td>Client ID</td><td>${OTHER}</td></tr></table>`;
  expect(read(`${rows}<p>Client secret: ${SECRET}</p>`)).toEqual({ secret: SECRET });
});

test('words about secrets are no secret', () => {
  expect(
    read(
      `<h1>Secret</h1><p>Your-client-secret-is-shown-once and can never be looked up again.</p><p>Client ID</p><p>none yet</p>`,
    ),
  ).toEqual({});
});

test('an API key of version 1 is no credential that we could use', () => {
  expect(read('<dl><dt>API key</dt><dd>a7183e1b7e9ab09b8a5cfa87d1934c3c</dd></dl>')).toEqual({});
});
