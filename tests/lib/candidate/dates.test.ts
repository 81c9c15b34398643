import { describe, expect, test } from 'vitest';

import { isRange, parseDate, parseRange } from '#lib/candidate/dates.ts';

const open = (start: string) => ({ start, end: null, current: true });
const closed = (start: string, end: string) => ({ start, end, current: false });

const RANGES: [text: string, lang: string | undefined, expected: ReturnType<typeof parseRange>][] = [
  // Every shape that was seen or is expected on a profile page.
  ['Jul 2021 - Present · 3 yrs 1 mo', 'en', open('2021-07')],
  ['Jul 2021 to Present', 'en', open('2021-07')],
  ['2019 - Present', 'en', open('2019')],
  ['2017 - 2019 · 2 yrs', 'en', closed('2017', '2019')],
  ['2018 - 2018', 'en', closed('2018', '2018')],
  ['2018 - 2018 · less than a year', 'en', closed('2018', '2018')],
  ['February 2011 – Present (5 years 7 months)', 'en', open('2011-02')],
  ['maj 2025 – obecnie · 1 rok 1 mies.', 'pl', open('2025-05')],
  ['cze 2022 –obecnie', 'pl', open('2022-06')],
  ['cze 2022 –obecnie · 2 lata11 mies.', 'pl', open('2022-06')],
  ['wrz 2019 – lut 2020', 'pl', closed('2019-09', '2020-02')],
  ['lip 2019 – paź 2020', 'pl', closed('2019-07', '2020-10')],
  ['styczeń 2019 - grudzień 2020', 'pl', closed('2019-01', '2020-12')],
  ['2021年7月 - 至今', 'zh', open('2021-07')],
  ['2021年7月至今', 'zh', open('2021-07')],
  ['2021年7月 – 現在', 'ja', open('2021-07')],
  ['2021年7月~2023年12月', 'ja', closed('2021-07', '2023-12')],
  ['2021年7月から2023年3月', 'ja', closed('2021-07', '2023-03')],
  ['2021. 7. – 현재', 'ko', open('2021-07')],
  ['2021년 7월 - 2022년 11월', 'ko', closed('2021-07', '2022-11')],
  ['juil. 2021 - aujourd’hui', 'fr', open('2021-07')],
  ["juin 2021 – Aujourd'hui · 2 ans", 'fr', open('2021-06')],
  ['févr. 2019 - août 2020', 'fr', closed('2019-02', '2020-08')],
  ['Juli 2021–Heute', 'de', open('2021-07')],
  ['März 2019 – Dez. 2020', 'de', closed('2019-03', '2020-12')],
  ['seit März 2021', 'de', open('2021-03')],
  ['03/2021 – heute', 'de', open('2021-03')],
  ['jul. de 2021 - actualidad', 'es', open('2021-07')],
  ['ene. de 2018 - sept. de 2019', 'es', closed('2018-01', '2019-09')],
  ['jul. de 2021 - o momento', 'pt', open('2021-07')],
  ['fev. de 2018 – dez. de 2019', 'pt', closed('2018-02', '2019-12')],
  ['lug 2021 - Presente', 'it', open('2021-07')],
  ['gen 2019 - mag 2020', 'it', closed('2019-01', '2020-05')],
  ['jul. 2021 - heden', 'nl', open('2021-07')],
  ['mrt. 2019 - mei 2020', 'nl', closed('2019-03', '2020-05')],
  ['juli 2021 – nu', 'sv', open('2021-07')],
  ['maj 2019 – okt 2020', 'sv', closed('2019-05', '2020-10')],
  ['juli 2021 – nå', 'no', open('2021-07')],
  ['aug. 2019 – nu', 'da', open('2019-08')],
  ['июл. 2021 г. – настоящее время', 'ru', open('2021-07')],
  ['сентября 2019 – март 2020', 'ru', closed('2019-09', '2020-03')],
  ['Tem 2021 - Halen', 'tr', open('2021-07')],
  ['Ağu 2019 - Şub 2020', 'tr', closed('2019-08', '2020-02')],
  ['7. 2021 – současnost', 'cs', open('2021-07')],
  ['červenec 2019 – srpen 2020', 'cs', closed('2019-07', '2020-08')],
  ['červen 2019 – září 2020', 'cs', closed('2019-06', '2020-09')],
  ['júl 2019 – súčasnosť', 'sk', open('2019-07')],
  ['lip 2019 – srp 2020', 'hr', closed('2019-06', '2020-07')],
  ['iul. 2021 – Prezent', 'ro', open('2021-07')],
  ['2019. júl. – jelen', 'hu', open('2019-07')],
  ['heinä 2019 – nykyinen', 'fi', open('2019-07')],
  ['marrask. 2019 – maalisk. 2020', 'fi', closed('2019-11', '2020-03')],
  ['juuli 2019 – praegu', 'et', open('2019-07')],
  ['2019 m. liepa – dabar', 'lt', open('2019-07')],
  ['jūl. 2019 – pašlaik', 'lv', open('2019-07')],
  ['Ιουλ 2021 – σήμερα', 'el', open('2021-07')],
  ['лип. 2021 – теперішній час', 'uk', open('2021-07')],
  ['юли 2021 – досега', 'bg', open('2021-07')],
  ['Agu 2019 - Saat ini', 'id', open('2019-08')],
  ['Ogos 2019 - Sekarang', 'ms', open('2019-08')],
  ['tháng 7 năm 2021 – hiện tại', 'vi', open('2021-07')],
  ['ก.ค. 2564 – ปัจจุบัน', 'th', open('2021-07')],
  ['जुल॰ 2021 – वर्तमान', 'hi', open('2021-07')],
  ['يوليو ٢٠٢١ - الحاضر', 'ar', open('2021-07')],
  ['تموز ٢٠١٩ – كانون الثاني ٢٠٢٠', 'ar', closed('2019-07', '2020-01')],
  ['ژوئیه ۲۰۲۱ – اکنون', 'fa', open('2021-07')],
  ['יולי 2021 – היום', 'he', open('2021-07')],
  ['ביולי 2021 – ספט׳ 2022', 'he', closed('2021-07', '2022-09')],
  ['2021-07 - 2022-03', undefined, closed('2021-07', '2022-03')],
  ['2021-07-15 – 2022-03-01', undefined, closed('2021-07', '2022-03')],
  ['2017-2019', undefined, closed('2017', '2019')],
  ['Jul-2017 - Aug-2019', 'en', closed('2017-07', '2019-08')],
  ['Jan - Mar 2021', 'en', closed('2021-01', '2021-03')],
  ['2019-21', undefined, closed('2019', '2021')],
  ['2021 –', undefined, open('2021')],
  ['– 2019', undefined, { end: '2019', current: false }],
  ['since 2020', 'en', open('2020')],
  ['2018', undefined, { start: '2018', current: false }],
  ['Mar 2021 - Dec 2022 1 yr 10 mos', 'en', closed('2021-03', '2022-12')],
  ['Jul 2021 - Present 3 yrs 1 mo', 'en', open('2021-07')],
  // A language nobody listed: what has no digit is not a date, so it goes on.
  ['2021 – xyzzy', 'xx', open('2021')],
  ['3 yrs 1 mo', 'en', undefined],
  ['less than a year', 'en', undefined],
  ['Present', 'en', undefined],
];

describe('a range of dates', () => {
  test.each(RANGES)('%s (%s)', (text, lang, expected) => {
    expect(parseRange(text, lang)).toEqual(expected);
  });

  test.each(RANGES.filter(([text]) => !/^(?:2018|–.*|since.*|seit.*|\d yrs.*|less.*|Present)$/.test(text)))(
    'is one: %s',
    (text, lang) => {
      expect(isRange(text, lang)).toBe(true);
    },
  );

  test.each([
    'Oslo, Norway',
    'Full-time · 3 yrs',
    'Senior Engineer - Platform',
    'Windows Server 2019 - Migration of the whole estate',
    'Class of 2019 - Hospital management and care',
    '2019 annual report - Finance, second edition of 12 pages',
    'Present',
    '',
  ])('is none: %s', (text) => {
    expect(isRange(text, 'en')).toBe(false);
  });
});

describe('a date', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['July 15, 2021', 'en', '2021-07'],
    ['15 juillet 2021', 'fr', '2021-07'],
    ['15.07.2021', 'de', '2021-07'],
    ['07/15/2021', 'en', '2021-07'],
    ['06/07/2021', 'en', '2021'],
    ['2021/07', undefined, '2021-07'],
    ['2021-7', undefined, '2021-07'],
    ['2021-13', undefined, '2021'],
    ['Summer 2021', 'en', '2021'],
    ['lip 2021', undefined, '2021'],
    ['lip 2021', 'pl', '2021-07'],
    ['lip 2021', 'hr-HR', '2021-06'],
    ['２０２１年７月', 'ja', '2021-07'],
    ['May 2021', 'en', '2021-05'],
    ['may. de 2021', 'es', '2021-05'],
    ['mayıs 2021', 'tr', '2021-05'],
    ['12021', undefined, undefined],
    ['July', 'en', undefined],
    ['3 years', 'en', undefined],
  ])('%s (%s) is %s', (text, lang, expected) => {
    expect(parseDate(text, lang)).toBe(expected);
  });
});
