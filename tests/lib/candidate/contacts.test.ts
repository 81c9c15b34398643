import { describe, expect, test } from 'vitest';

import { emailFromCloudflare, emailFromWords, toEmail, toPhone } from '#lib/candidate/contacts.ts';

describe('an e-mail address', () => {
  test.each([
    ['jane@doe.example', 'jane@doe.example'],
    ['  <Jane.Doe@Doe.Example>, ', 'Jane.Doe@doe.example'],
    ['mailto:jane@doe.example', 'jane@doe.example'],
    ['MAILTO: jane@doe.example', 'jane@doe.example'],
    ['mailto:jane@doe.example?subject=Hello%20Jane&cc=other@doe.example', 'jane@doe.example'],
    ['mailto:%6a%61%6e%65%40%64%6f%65%2e%65%78%61%6d%70%6c%65', 'jane@doe.example'],
    ['mailto:jane@doe.example,other@doe.example', 'jane@doe.example'],
    ['mailto:jane+jobs@doe.example', 'jane+jobs@doe.example'],
    ["mailto:o'neil@doe.example", "o'neil@doe.example"],
    ['jane@doe.example.', 'jane@doe.example'],
    ['jane@bücher.example', 'jane@bücher.example'],
    ['jane@xn--bcher-kva.example', 'jane@xn--bcher-kva.example'],
    ['जेन@उदाहरण.भारत', 'जेन@उदाहरण.भारत'],
    ['jane＠doe.example', 'jane@doe.example'],
    ['jane@doe\u200b.example', 'jane@doe.example'],
    ['Jane Doe <jane@doe.example>', 'jane@doe.example'],
    ['mailto:Jane%20Doe%20%3Cjane%40doe.example%3E', 'jane@doe.example'],
    ['mailto:?subject=Hello&to=jane@doe.example', 'jane@doe.example'],
    ['jane_doe-42@a.b.c.doe.example', 'jane_doe-42@a.b.c.doe.example'],
    ['x@y.example', 'x@y.example'],
  ])('%s → %s', (text, value) => {
    expect(toEmail(text)).toEqual({ value, type: 'other' });
  });

  test.each([
    'jane@gmail.com',
    'jane@yahoo.co.uk',
    'jane@gmx.de',
    'jane@proton.me',
    'jane@mail.com',
    'jane@email.com',
    'jane@o2.pl',
    'jane@web.de',
    'jane@inbox.lv',
    'jane@free.fr',
  ])('at a mail provider is personal: %s', (value) => {
    expect(toEmail(value)).toEqual({ value, type: 'personal' });
  });

  test.each([
    '',
    'jane',
    'jane@',
    '@doe.example',
    'jane@localhost',
    'jane@doe..example',
    'portrait@2x.png',
    'mailto:?subject=Look',
    'mailto:%',
    'your-email@domain.com',
    'noreply@doe.example',
    'mailer-daemon@doe.example',
    'name@email.com',
    'jane@example.com',
    '.jane@doe.example',
    'jane.@doe.example',
    'jane@-doe.example',
    'jane@doe.1',
    'jane@192.168.0.1',
    '1+jane@users.noreply.github.com',
    'Sign in to view email',
    'j****@doe.example\u0000',
  ])('is not %j', (text) => {
    expect(toEmail(text)).toBeUndefined();
  });

  test.each([
    ['name [at] domain [dot] example', 'name@domain.example'],
    ['Write to jane (at) doe.example today', 'jane@doe.example'],
    ['jane.doe[at]mail.doe[dot]example', 'jane.doe@mail.doe.example'],
    ['jane AT doe DOT example', 'jane@doe.example'],
    ['jane at doe dot example', 'jane@doe.example'],
    ['jane {at} doe {dot} example', 'jane@doe.example'],
    ['jane (arroba) doe (punto) example', 'jane@doe.example'],
    ['jane [małpa] doe [kropka] example', 'jane@doe.example'],
    ['jane (ät) doe.example', 'jane@doe.example'],
    ['My address: jane@doe.example, or call.', 'jane@doe.example'],
  ])('spelt for people: %s', (text, value) => {
    expect(emailFromWords(text)?.value).toBe(value);
  });

  test.each(['Meet me at jane.example', 'I work at Acme dot', 'Engineer at Acme. Dot matrix fan', 'Ask (at) any time'])(
    'is not in a sentence: %s',
    (text) => {
      expect(emailFromWords(text)).toBeUndefined();
    },
  );

  test('comes out of the protection of Cloudflare', () => {
    const key = 0x5a;
    const bytes = [key, ...Buffer.from('jane@doe.example').map((byte) => byte ^ key)];
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(emailFromCloudflare(hex)).toEqual({ value: 'jane@doe.example', type: 'other' });
    expect(emailFromCloudflare(`/cdn-cgi/l/email-protection#${hex}`)?.value).toBe('jane@doe.example');
  });

  test.each(['', 'zz', '5a', 'abcdefabcdef12', 'ff'.repeat(1000)])('does not come out of %j', (hex) => {
    expect(emailFromCloudflare(hex)).toBeUndefined();
  });
});

describe('a telephone number', () => {
  test.each([
    ['tel:+44-20-7946-0000', '+44-20-7946-0000', 'other'],
    ['tel:%2B44%2020%207946%200000;ext=12', '+44 20 7946 0000 ext. 12', 'other'],
    ['+48 555 123 456 (Mobile)', '+48 555 123 456', 'mobile'],
    ['+48 555 123 456 (Work)', '+48 555 123 456', 'work'],
    ['555 0100 22 (Home)', '555 0100 22', 'home'],
    ['(555) 010-0199', '(555) 010-0199', 'other'],
    ['sms:+15550100199', '+15550100199', 'mobile'],
    ['Tel.: +49 30 1234567', '+49 30 1234567', 'other'],
    ['Mobil: +49 (0)151 1234567', '+49 (0)151 1234567', 'mobile'],
    ['☎ 030 / 1234567', '030 / 1234567', 'other'],
    ['+44 20 7946 0000 ext. 12', '+44 20 7946 0000 ext. 12', 'other'],
    ['tel:+442079460000;ext=12', '+442079460000 ext. 12', 'other'],
    ['٠٧٩ ٥٥٥ ٠١٢٣', '079 555 0123', 'other'],
  ])('%s', (text, value, type) => {
    expect(toPhone(text)).toEqual({ value, type });
  });

  test.each(['', '2019-2021', '2019 – 2021', '2021-07-15', '12345', 'call me', '+12 34 56 78 90 12 34 56 78', 'tel:javascript'])(
    'is not %j',
    (text) => {
      expect(toPhone(text)).toBeUndefined();
    },
  );
});
