import { describe, expect, it } from 'vitest';

import { authRefusal, refusedFields } from '#lib/greenhouse/http/error-body.ts';

describe('the reasons in an error body', () => {
  it.each([
    ['strings', { message: 'Unprocessable Content', errors: ['Invalid query params: page'] }, ['Invalid query params: page']],
    [
      'one-key objects',
      { errors: [{ per_page: '`600` number is greater than: 500' }] },
      ['per_page: `600` number is greater than: 500'],
    ],
    ['v1 objects', { errors: [{ message: 'is too long', field: 'title' }] }, ['title: is too long']],
    ['one string', { message: 'Resource not found', errors: 'Application not found' }, ['Application not found']],
    ['nothing but a message', { message: 'Unprocessable Content' }, ['Unprocessable Content']],
    [
      'a field with several reasons',
      { errors: [{ email_addresses: ['is invalid', 'is taken'] }] },
      ['email_addresses: is invalid, is taken'],
    ],
  ])('are read from %s', (_, body, reasons) => {
    expect(refusedFields(body)).toEqual(reasons);
  });

  it.each([
    ['a text', '<html>'],
    ['null', null],
    ['a list', ['x']],
    ['an empty object', {}],
  ])('are none in %s', (_, body) => {
    expect(refusedFields(body)).toEqual([]);
  });

  it('are few and short, however much an answer says', () => {
    const reasons = refusedFields({ errors: Array.from({ length: 500 }, () => 'x'.repeat(5000)) });
    expect(reasons).toHaveLength(20);
    expect(reasons[0]).toHaveLength(300);
  });
});

it('reads the auth host in both of its ways', () => {
  expect(authRefusal({ error: 'invalid_client' })).toEqual({ error: 'invalid_client', message: '' });
  expect(authRefusal({ message: 'Unauthorized', errorId: 'err-1' })).toEqual({ error: '', message: 'Unauthorized' });
  expect(authRefusal('gateway')).toEqual({ error: '', message: '' });
});
