import { describe, expect, test } from 'vitest';

import { splitName } from '#lib/candidate/names.ts';
import { UNCERTAIN_BELOW } from '#lib/candidate/reading.ts';
import type { NameExtra } from '#lib/candidate/schema.ts';

const texts = (extras: readonly NameExtra[]) => extras.map(({ text }) => text);

type Row = [printed: string, first: string | undefined, last: string | undefined, cutOff?: string[]];

/** Split with enough confidence to be shown without a mark. */
const SURE: Row[] = [
  ['Jane Doe', 'Jane', 'Doe'],
  ['  Jane   Doe ', 'Jane', 'Doe'],
  ['Jane 🚀 Doe ✨', 'Jane', 'Doe', ['🚀', '✨']],
  ['👩🏽‍💻 Jane Doe', 'Jane', 'Doe', ['👩🏽‍💻']],
  ['Jane Doe 🇳🇴', 'Jane', 'Doe', ['🇳🇴']],
  ['Jane Doe :verified:', 'Jane', 'Doe', [':verified:']],
  ['𝗝𝗮𝗻𝗲 𝗗𝗼𝗲', 'Jane', 'Doe'],
  ['Jane Doe, PhD', 'Jane', 'Doe', ['PhD']],
  ['Jane Doe, PhD, MBA, PMP®', 'Jane', 'Doe', ['PhD', 'MBA', 'PMP®']],
  ['Jane Doe PhD', 'Jane', 'Doe', ['PhD']],
  ['Jane Doe Ph.D. MBA', 'Jane', 'Doe', ['Ph.D.', 'MBA']],
  ['Jane Doe, M.D.', 'Jane', 'Doe', ['M.D.']],
  ['Jane Doe MD', 'Jane', 'Doe', ['MD']],
  ['Jane Doe SHRM-CP', 'Jane', 'Doe', ['SHRM-CP']],
  ['Jane Doe, Certified Coach', 'Jane', 'Doe', ['Certified Coach']],
  ['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
  ['Dr. Jane Doe', 'Jane', 'Doe', ['Dr.']],
  ['Prof. Dr. Jane Doe', 'Jane', 'Doe', ['Prof.', 'Dr.']],
  ['Dipl.-Ing. Jana Dolezal', 'Jana', 'Dolezal', ['Dipl.-Ing.']],
  ['Ing. Jan Novák, CSc.', 'Jan', 'Novák', ['Ing.', 'CSc.']],
  ['mgr Anna Nowak', 'Anna', 'Nowak', ['mgr']],
  ['Mgr. Anna Nowak', 'Anna', 'Nowak', ['Mgr.']],
  ['Mag. Eva Huber', 'Eva', 'Huber', ['Mag.']],
  ['Jane Doe (she/her)', 'Jane', 'Doe', ['(she/her)']],
  ['Jane Doe · she/her', 'Jane', 'Doe', ['she/her']],
  ['Jane Doe · 2nd', 'Jane', 'Doe', ['2nd']],
  ['Jane Doe• 3rd+', 'Jane', 'Doe', ['3rd+']],
  ['Jane Doe | Hiring engineers', 'Jane', 'Doe', ['Hiring engineers']],
  ['Jane Doe – Coach & Speaker', 'Jane', 'Doe', ['Coach & Speaker']],
  ['Jane Doe - Growth', 'Jane', 'Doe', ['Growth']],
  ['Jane Doe #OpenToWork', 'Jane', 'Doe', ['#OpenToWork']],
  ['Jane Doe [LION]', 'Jane', 'Doe', ['[LION]']],
  ['Jane Doe LION', 'Jane', 'Doe', ['LION']],
  ['Chia (Sasha) Lim', 'Chia', 'Lim', ['(Sasha)']],
  ['Robert “Bob” Stone', 'Robert', 'Stone', ['“Bob”']],
  ['Robert "Bob" Stone', 'Robert', 'Stone', ['"Bob"']],
  ["Robert 'Bob' Stone", 'Robert', 'Stone', ["'Bob'"]],
  ['Anna (Kowalska) Nowak', 'Anna', 'Nowak', ['(Kowalska)']],
  ['Jane Doe (she/her', 'Jane', 'Doe', ['(she/her']],
  ['J. P. Morgan-Fixture', 'J. P.', 'Morgan-Fixture'],
  ['John Q. Public', 'John Q.', 'Public'],
  ['Md. Karim', 'Md.', 'Karim'],
  ['Vincent van Gogh-Fixture', 'Vincent', 'van Gogh-Fixture'],
  ['Ludwig Van Baer', 'Ludwig', 'Van Baer'],
  ['Anna von der Heide', 'Anna', 'von der Heide'],
  ['Maria de la Cruz', 'Maria', 'de la Cruz'],
  ['Ahmed bin Salem', 'Ahmed', 'bin Salem'],
  ['Omar Al-Rashid', 'Omar', 'Al-Rashid'],
  ['Omar Al Rashid', 'Omar', 'Al Rashid'],
  ['Omar al-Rashid', 'Omar', 'al-Rashid'],
  ['Leo di Marco', 'Leo', 'di Marco'],
  ["Gerard 't Hoen", 'Gerard', "'t Hoen"],
  ['Joost in den Bosch', 'Joost', 'in den Bosch'],
  ["Niamh O'Neil", 'Niamh', "O'Neil"],
  ['Niamh O´Neil', 'Niamh', "O'Neil"],
  ["Chiara D'Amico", 'Chiara', "D'Amico"],
  ['Seán Ó Briain', 'Seán', 'Ó Briain'],
  ['Peter St. John', 'Peter', 'St. John'],
  ['María García López', 'María', 'García López'],
  ['Juan Carlos Pérez Gómez', 'Juan Carlos', 'Pérez Gómez'],
  ['Lucía Fernández de la Torre', 'Lucía', 'Fernández de la Torre'],
  ['José Ortega y Gasset', 'José', 'Ortega y Gasset'],
  ['Ana Silva Santos', 'Ana', 'Silva Santos'],
  ['Anna Maria Rossi', 'Anna Maria', 'Rossi'],
  ['Sri Devi Rao', 'Sri Devi', 'Rao'],
  ['Jean-Luc Moreau', 'Jean-Luc', 'Moreau'],
  ['Jean Pierre Martel', 'Jean Pierre', 'Martel'],
  ['Abdul Rahman Khan', 'Abdul Rahman', 'Khan'],
  ['Anne-Marie Schulz-Weber', 'Anne-Marie', 'Schulz-Weber'],
  ['Martin King Jr.', 'Martin', 'King Jr.'],
  ['Martin King, Jr.', 'Martin', 'King Jr.'],
  ['Henry Ford III', 'Henry', 'Ford III'],
  ['Doe, Jane', 'Jane', 'Doe'],
  ['van der Berg, Jan', 'Jan', 'van der Berg'],
  ['Jean DUPONT', 'Jean', 'Dupont'],
  ['DUPONT Marie', 'Marie', 'Dupont'],
  ['LI Wei', 'Wei', 'Li'],
  ['JP Morton', 'JP', 'Morton'],
  ['AJ Styler', 'AJ', 'Styler'],
  ['Łukasz Żółć', 'Łukasz', 'Żółć'],
  ['Иван Сидоров', 'Иван', 'Сидоров'],
  ['Сидоров Иван Петрович', 'Иван Петрович', 'Сидоров'],
  ['محمد الراشد', 'محمد', 'الراشد'],
  ['محمد بن سالم', 'محمد', 'بن سالم'],
  ['דנה לוי', 'דנה', 'לוי'],
  ['Li Wei 李伟', 'Wei', 'Li', ['李伟']],
  ['Wei Li 李伟', 'Wei', 'Li', ['李伟']],
  ['Minjun Kim (김민준)', 'Minjun', 'Kim', ['(김민준)']],
  ['Nguyễn Văn An', 'Văn An', 'Nguyễn'],
  ['李 伟', '伟', '李'],
  ['김 민준', '민준', '김'],
  ['山田 太郎', '太郎', '山田'],
  ['Aiko アイコ Tanaka', 'Aiko アイコ', 'Tanaka'],
  ['Gal·la Pons', 'Gal·la', 'Pons'],
];

/** A guess that the recruiter is asked to look at. */
const UNCERTAIN: Row[] = [
  ['Madonna', 'Madonna', undefined],
  ['Jane D.', 'Jane', undefined, ['D.']],
  ['Dana K', 'Dana', undefined, ['K']],
  ['Mary Beth Q.', 'Mary Beth', undefined, ['Q.']],
  ['Karen Louise Smithson', 'Karen Louise', 'Smithson'],
  ['Nguyen Van An', 'Van An', 'Nguyen'],
  ['李伟', '伟', '李'],
  ['欧阳修文', '修文', '欧阳'],
  ['김민준', '민준', '김'],
  ['남궁민수', '민수', '남궁'],
  ['山田太郎', '太郎', '山田'],
  ['マリア・シルバ', 'マリア', 'シルバ'],
  ['Aiko アイコ', 'Aiko アイコ', undefined],
  ['(Jane)', 'Jane', undefined],
  ['李伟 (Wei Li)', '伟', '李', ['(Wei Li)']],
];

/** The case was repaired, so it is marked a little less sure. */
const REPAIRED: Row[] = [
  ['JANE DOE', 'Jane', 'Doe'],
  ['jane doe', 'Jane', 'Doe'],
  ["JANE O'NEIL-MCKAY", 'Jane', "O'Neil-McKay"],
  ['LUDWIG VAN BAER', 'Ludwig', 'van Baer'],
  ['JANE DOE PHD', 'Jane', 'Doe', ['PHD']],
  ['JANE DOE MBA', 'Jane', 'Doe', ['MBA']],
  ['HENRY FORD III', 'Henry', 'Ford III'],
  ['ИВАН СИДОРОВ', 'Иван', 'Сидоров'],
];

describe('a printed name', () => {
  test.each(SURE)('%s → %s + %s', (printed, firstName, lastName, cutOff = []) => {
    const { confidence, extras, ...split } = splitName(printed);
    expect({ ...split, cutOff: texts(extras) }).toEqual({ firstName, lastName, cutOff });
    expect(confidence).toBeGreaterThanOrEqual(UNCERTAIN_BELOW);
  });

  test.each(UNCERTAIN)('is split with a mark: %s → %s + %s', (printed, firstName, lastName, cutOff = []) => {
    const { confidence, extras, ...split } = splitName(printed);
    expect({ ...split, cutOff: texts(extras) }).toEqual({ firstName, ...(lastName ? { lastName } : {}), cutOff });
    expect(confidence).toBeLessThan(UNCERTAIN_BELOW);
  });

  test.each(REPAIRED)('gets its case back: %s → %s + %s', (printed, firstName, lastName, cutOff = []) => {
    const { confidence, extras, ...split } = splitName(printed);
    expect({ ...split, cutOff: texts(extras) }).toEqual({ firstName, lastName, cutOff });
    expect(confidence).toBeLessThan(splitName('Jane Doe').confidence);
  });

  test.each(['', '   ', '🚀', '***', '- -', '.'])('without a letter is nobody: %j', (printed) => {
    expect(splitName(printed)).toMatchObject({ confidence: 0 });
    expect(splitName(printed)).not.toHaveProperty('firstName');
  });

  test.each([...SURE, ...UNCERTAIN, ...REPAIRED])('loses no letter: %s', (printed) => {
    const { firstName = '', lastName = '', extras } = splitName(printed);
    const letters = (text: string) =>
      Array.from(
        text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, ''),
      )
        .sort()
        .join('');
    expect(letters(firstName + lastName + texts(extras).join(''))).toBe(letters(printed));
  });

  test('is repaired by the rules of its language', () => {
    expect(splitName('IŞIL ÇINAR', { lang: 'tr' })).toMatchObject({ firstName: 'Işıl', lastName: 'Çınar' });
  });

  test.each(['', 'en_US', '*', 'x'])('is repaired whatever the page calls its language: %j', (lang) => {
    expect(splitName('JANE DOE', { lang })).toMatchObject({ firstName: 'Jane', lastName: 'Doe' });
  });

  test('is not split by a Chinese rule on a Japanese page', () => {
    expect(splitName('林檎', { lang: 'ja' })).toEqual({ firstName: '林檎', confidence: 0.3, extras: [] });
  });
});

describe('what the site knows of a name', () => {
  test('its own two parts are trusted, and cleaned', () => {
    expect(splitName('Ana Lucía Vega Prado, PMP', { first: 'Ana Lucía 🌱', last: 'Vega Prado, PMP' })).toEqual({
      firstName: 'Ana Lucía',
      lastName: 'Vega Prado',
      confidence: 0.98,
      extras: [
        { kind: 'mark', text: '🌱' },
        { kind: 'credential', text: 'PMP' },
      ],
    });
  });

  test('a first name in a label settles where the first name ends', () => {
    expect(splitName('Karen Louise Smithson', { givenPrefix: 'Karen' })).toMatchObject({
      firstName: 'Karen',
      lastName: 'Louise Smithson',
      confidence: 0.95,
    });
    expect(splitName('Mary Jane van Dam (she/her)', { givenPrefix: 'Mary Jane' })).toMatchObject({
      firstName: 'Mary Jane',
      lastName: 'van Dam',
    });
  });

  test("a label that is not the name's beginning is ignored", () => {
    expect(splitName('Jane Doe', { givenPrefix: 'Someone' })).toMatchObject({ firstName: 'Jane', lastName: 'Doe' });
  });

  test('a surname of one letter stays hidden', () => {
    expect(splitName('Jane D.', { first: 'Jane', last: 'D.' })).toMatchObject({ firstName: 'Jane', confidence: 0.3 });
    expect(splitName('Jane D.', { first: 'Jane', last: 'D.' })).not.toHaveProperty('lastName');
  });
});
