/** Spellings of one thing, and things that must not be taken for one another: what the keys of `keys-of.ts` are held to. */

/** Each row is of one and the same; every spelling must come down to the same key. */
export const SAME_ADDRESS: string[][] = [
  [
    'https://www.linkedin.com/in/ada-fixture/',
    'linkedin.com/in/ada-fixture',
    'http://de.linkedin.com/in/Ada-Fixture?trk=people-guest',
    'www.linkedin.com/in/ada-fixture/details/experience/',
    'https://m.linkedin.com/in/ada-fixture#about',
    'https://www.linkedin.com/in/ada-fixture?originalSubdomain=uk&utm_source=x',
    'LinkedIn: https://www.linkedin.com/in/ada-fixture',
    'https://linkedin.com/in/ada-fixture/en-us/',
    '<https://www.linkedin.com/in/ada-fixture>',
    'http:/www.linkedin.com/in/ada-fixture',
    'htps://www.linkedin.com/in/ada-fixture',
    'https://https://www.linkedin.com/in/ada-fixture',
    ' https://www.linkedin.com/in/ada-fixture, ',
    'https://www.linkedin.com/in/ada%2Dfixture',
    'https://www.google.com/url?q=https://www.linkedin.com/in/ada-fixture',
  ],
  ['https://www.linkedin.com/in/j%C3%BCrgen-fixture', 'linkedin.com/in/jürgen-fixture', 'linkedin.com/in/JÜRGEN-fixture/'],
  ['https://www.linkedin.com/in/ada-fixture-123a45b6/', 'http://www.linkedin.com/pub/ada-fixture/b6/a45/123'],
  [
    'https://github.com/ada-fixture',
    'github.com/Ada-Fixture',
    'www.github.com/ada-fixture/',
    'https://github.com/ada-fixture?tab=repositories',
  ],
  ['https://gitlab.com/ada.fixture', 'gitlab.com/ada.fixture/'],
  [
    'https://x.com/ada_fixture',
    'twitter.com/Ada_Fixture',
    'https://mobile.twitter.com/ada_fixture?lang=de',
    'https://x.com/ada_fixture?s=20',
  ],
  ['https://stackoverflow.com/users/4242/ada-fixture', 'stackoverflow.com/users/4242'],
  ['https://bsky.app/profile/ada.example', 'bsky.app/profile/ADA.example/'],
  [
    'https://ada.example',
    'http://www.ada.example/',
    'ada.example',
    'ADA.example/#contact',
    'https://ada.example/index.html',
    'ada.example/?utm_campaign=cv',
    'https://ada.example./',
  ],
  ['https://www.ada.example/about/', 'ada.example/about', 'http://ada.example/about?fbclid=abc', 'ada.example/About/index.php'],
  ['https://www.facebook.com/ada.fixture', 'facebook.com/Ada.Fixture/', 'https://m.facebook.com/ada.fixture'],
  ['https://cv.example/view?id=7&lang=de', 'cv.example/view?lang=de&id=7'],
  ['https://ada.example/caf%C3%A9', 'https://ada.example/café'],
];

/** Two of different people, or of a person and something else. */
export const OTHER_ADDRESS: [string, string][] = [
  ['https://www.linkedin.com/in/ada-fixture', 'https://www.linkedin.com/in/ada-fixture-2'],
  ['https://www.linkedin.com/in/ada-fixture', 'https://github.com/ada-fixture'],
  ['https://www.linkedin.com/company/acme', 'https://www.linkedin.com/in/acme'],
  ['https://linkedin.com.evil.example/in/ada-fixture', 'https://www.linkedin.com/in/ada-fixture'],
  ['https://github.com/ada-fixture/engine', 'https://github.com/ada-fixture'],
  ['https://github.com', 'https://github.com/ada-fixture'],
  ['https://ada.example:8443', 'https://ada.example'],
  ['https://ada.example/about', 'https://ada.example/blog'],
  ['https://ada.blog.example', 'https://blog.example'],
  ['https://cv.example/view?id=7', 'https://cv.example/view?id=8'],
  ['https://stackoverflow.com/users/4242/ada', 'https://stackoverflow.com/users/4243/ada'],
  ['https://mastodon.example/@ada', 'https://hachyderm.example/@ada'],
];

/** No address of anything. */
export const NO_ADDRESS = [
  '',
  'n/a',
  'none',
  'javascript:alert(1)',
  'mailto:ada@fixture.example',
  'ada@fixture.example',
  'ada',
  '...',
  'http://',
  'data:text/html,x',
];

export const SAME_EMAIL: string[][] = [
  [
    'Ada.Fixture@Work.Example',
    'ada.fixture@work.example',
    ' ada.fixture@work.example ',
    'mailto:ada.fixture@work.example?subject=hi',
    'Ada <ada.fixture@work.example>',
    'ada.fixture@work.example.',
  ],
  ['ada.fixture@gmail.com', 'adafixture@gmail.com', 'AdaFixture+jobs@googlemail.com', 'a.d.a.fixture@googlemail.com'],
  ['ada+cv@work.example', 'ADA+CV@work.example'],
];

export const OTHER_EMAIL: [string, string][] = [
  ['ada@work.example', 'ada@home.example'],
  ['ada@work.example', 'ada+cv@work.example'],
  ['a.da@work.example', 'ada@work.example'],
  ['ada.fixture@gmail.com', 'ada.fixture@gmail.example'],
  ['ada@sub.work.example', 'ada@work.example'],
  ['ada_fixture@gmail.com', 'adafixture@gmail.com'],
];

export const NO_EMAIL = ['', 'n/a', 'ada at work', '@ada', 'ada@work', 'ada@'];

export const SAME_PHONE: string[][] = [
  [
    '+1 (415) 555-0132',
    '415.555.0132',
    '001 415 555 0132',
    '(415) 555-0132',
    '415-555-0132 ext. 12',
    '+14155550132',
    '1-415-555-0132',
    'tel:+1-415-555-0132;ext=12',
    'Mobile: 415 555 0132',
    '415/555-0132 (cell)',
    '+1.415.555.0132 x7',
    '415-555-0132 / 415-555-0199',
    'Mobil (privat): 415-555-0132 (nach 18 h)',
    '+1 415 555 0132 #12',
    '٤١٥ ٥٥٥ ٠١٣٢',
  ],
  [
    '+44 20 7946 0000',
    '020 7946 0000',
    '+44 (0)20 7946 0000',
    '0044 20 7946 0000',
    '44 20 7946 0000',
    '(020) 7946 0000',
    '011 44 20 7946 0000',
    '+44 020 7946 0000',
  ],
  ['+49 171 2345678', '0171/2345678', '0049 171 234 56 78', '+49 (0) 171 2345678', '49 171 2345678'],
  ['+33 6 12 34 56 78', '06 12 34 56 78', '06.12.34.56.78', '0033612345678'],
  ['+7 916 123-45-67', '8 (916) 123-45-67', '89161234567', '7 916 123 45 67'],
  ['+86 138 0013 8000', '138 0013 8000', '0086 13800138000'],
  ['+86 139 2234 5678', '13922345678'],
  ['+91 98765 43210', '098765 43210', '98765 43210', '919876543210'],
  ['+55 11 98765-4321', '(11) 98765-4321', '011 98765-4321'],
  ['+47 22 12 34 56', '22 12 34 56', '0047 22123456'],
  ['+353 1 234 5678', '01 234 5678'],
  ['+39 06 1234 5678', '06 1234 5678'],
  ['+972-50-123-4567', '050-123-4567'],
];

export const OTHER_PHONE: [string, string][] = [
  ['+1 415 555 0132', '+1 415 555 0133'],
  ['+1 415 555 0132', '+1 315 555 0132'],
  ['415 555 0132', '315 555 0132'],
  ['+1 415 555 0132', '+44 415 555 0132'],
  ['+44 20 7946 0000', '+49 20 7946 0000'],
  ['+33 6 12 34 56 78', '+31 6 12 34 56 78'],
  ['415 555 0132', '555 0132'],
  ['+47 22 12 34 56', '+45 22 12 34 56'],
  ['0171 2345678', '0172 2345678'],
];

export const NO_PHONE = ['', 'n/a', '12', '+', 'call me', '2019-2021', '112', 'ext. 12'];

/** First and last name as Greenhouse has them, and as a page does. */
type Pair = [kept: [first: string, last: string, preferred?: string], asked: [first: string, last: string]];

export const SAME_NAME: Pair[] = [
  [
    ['Robert', 'Fixture'],
    ['Bob', 'Fixture'],
  ],
  [
    ['Bob', 'Fixture'],
    ['Robert', 'Fixture'],
  ],
  [
    ['Elizabeth', 'Fixture'],
    ['Liz', 'Fixture'],
  ],
  [
    ['Beth', 'Fixture'],
    ['Elizabeth', 'Fixture'],
  ],
  [
    ['Alex', 'Fixture'],
    ['Alexander', 'Fixture'],
  ],
  [
    ['Alex', 'Fixture'],
    ['Alexandra', 'Fixture'],
  ],
  [
    ['Alexandra', 'Fixture'],
    ['Alex', 'Fixture'],
  ],
  [
    ['Alexander', 'Fixture'],
    ['Sasha', 'Fixture'],
  ],
  [
    ['Aleksandr', 'Fixture'],
    ['Alexander', 'Fixture'],
  ],
  [
    ['Chris', 'Fixture'],
    ['Christina', 'Fixture'],
  ],
  [
    ['Christopher', 'Fixture'],
    ['Chris', 'Fixture'],
  ],
  [
    ['Francisco', 'Fixture'],
    ['Paco', 'Fixture'],
  ],
  [
    ['José', 'Fixture'],
    ['Pepe', 'Fixture'],
  ],
  [
    ['Małgorzata', 'Fixture'],
    ['Gosia', 'Fixture'],
  ],
  [
    ['Giuseppe', 'Fixture'],
    ['Beppe', 'Fixture'],
  ],
  [
    ['Johannes', 'Fixture'],
    ['Hannes', 'Fixture'],
  ],
  [
    ['Katarzyna', 'Fixture'],
    ['Kasia', 'Fixture'],
  ],
  [
    ['Dmitry', 'Fixture'],
    ['Dima', 'Fixture'],
  ],
  [
    ['William', 'Fixture', 'Billy'],
    ['Bill', 'Fixture'],
  ],
  [
    ['Qiang', 'Fixture', 'Kevin'],
    ['Kevin', 'Fixture'],
  ],
  [
    ['Zoë', 'Fixture'],
    ['Zoe', 'Fixture'],
  ],
  [
    ['Jürgen', 'Müller'],
    ['Juergen', 'Mueller'],
  ],
  [
    ['Jurgen', 'Muller'],
    ['Jürgen', 'Müller'],
  ],
  [
    ['Anja', 'Weiß'],
    ['Anja', 'Weiss'],
  ],
  [
    ['Søren', 'Ærø'],
    ['Soren', 'Aero'],
  ],
  [
    ['Łukasz', 'Wałęsa'],
    ['Lukasz', 'Walesa'],
  ],
  [
    ['Håkon', 'Fixture'],
    ['Haakon', 'Fixture'],
  ],
  [
    ['ada', 'FIXTURE'],
    ['Ada', 'Fixture'],
  ],
  [
    ['Ada Marie', 'Fixture'],
    ['Ada', 'Fixture'],
  ],
  [
    ['Ada', 'Fixture'],
    ['Ada M.', 'Fixture'],
  ],
  [
    ['J. Robert', 'Fixture'],
    ['Robert', 'Fixture'],
  ],
  [
    ['Ada', 'M. Fixture'],
    ['Ada', 'Fixture'],
  ],
  [
    ['Jean-Luc', 'Fixture'],
    ['Jean Luc', 'Fixture'],
  ],
  [
    ['Sean', "O'Brien"],
    ['Sean', 'OBrien'],
  ],
  [
    ['Sean', 'O’Brien'],
    ['Sean', "O'Brien"],
  ],
  [
    ['Ana', 'García Márquez'],
    ['Ana', 'García'],
  ],
  [
    ['Ana', 'Garcia-Marquez'],
    ['Ana', 'García Márquez'],
  ],
  [
    ['Ana', 'García'],
    ['Ana', 'García Márquez'],
  ],
  [
    ['Mary', 'Smith-Jones'],
    ['Mary', 'Jones'],
  ],
  [
    ['Jan', 'van der Berg'],
    ['Jan', 'Van Der Berg'],
  ],
  [
    ['Jan', 'van der Berg'],
    ['Jan', 'Berg'],
  ],
  [
    ['Jan', 'Vanderberg'],
    ['Jan', 'van der Berg'],
  ],
  [
    ['João', 'da Souza'],
    ['Joao', 'de Souza'],
  ],
  [
    ['Ada', 'Fixture, PhD'],
    ['Ada', 'Fixture'],
  ],
  [
    ['Ada', 'Fixture PhD'],
    ['Dr. Ada', 'Fixture'],
  ],
  [
    ['Ada', 'Fixture (née Sample)'],
    ['Ada', 'Fixture'],
  ],
  [
    ['Ada "Addie"', 'Fixture Jr.'],
    ['Ada', 'Fixture'],
  ],
  [
    ['伟', '李'],
    ['伟', '李'],
  ],
  [
    ['李伟', ''],
    ['伟', '李'],
  ],
  [
    ['Иван', 'Петров'],
    ['ИВАН', 'Петров'],
  ],
  [
    ['Артём', 'Петров'],
    ['Артем', 'Петров'],
  ],
  [
    ['민준', '김'],
    ['김민준', ''],
  ],
];

export const OTHER_NAME: Pair[] = [
  [
    ['Robert', 'Fixture'],
    ['Roberta', 'Fixture'],
  ],
  [
    ['Alexander', 'Fixture'],
    ['Alexandra', 'Fixture'],
  ],
  [
    ['Robert', 'Fixture'],
    ['Richard', 'Fixture'],
  ],
  [
    ['Ada', 'Fixture'],
    ['Ada', 'Sample'],
  ],
  [
    ['Ada', 'Fixture'],
    ['Fixture', 'Ada'],
  ],
  [
    ['Ada', 'Fixture'],
    ['Ida', 'Fixture'],
  ],
  [
    ['Ana', 'García López'],
    ['Ana', 'García Ruiz'],
  ],
  [
    ['Ada', ''],
    ['Ada', ''],
  ],
  [
    ['', 'Fixture'],
    ['', 'Fixture'],
  ],
  [
    ['Daniel', 'Fixture'],
    ['Danielle', 'Fixture'],
  ],
  [
    ['Jan', 'van der Berg'],
    ['Jan', 'van der Meer'],
  ],
  [
    ['伟', '李'],
    ['伟', '王'],
  ],
  [
    ['John', 'Fixture'],
    ['Jonas', 'Fixture'],
  ],
];

export const SAME_COMPANY: string[][] = [
  [
    'Acme',
    'Acme, Inc.',
    'ACME Inc',
    'Acme Incorporated',
    'Acme (acquired by Globex)',
    'The Acme Company',
    'Acme LLC',
    'Acme | Robotics',
    'acme.com',
    'Acme Ltd.',
    'Acme Holdings PLC',
  ],
  ['Müller & Söhne GmbH & Co. KG', 'Mueller und Soehne', 'Muller Sohne', 'Müller & Söhne'],
  ['Seefeld KGaA', 'Seefeld'], // which folding makes kga
  [
    'Globex S.A.',
    'Globex SA',
    'Globex',
    'Globex S.L.',
    'Globex Sp. z o.o.',
    'Globex B.V.',
    'Globex N.V.',
    'Globex AB',
    'Globex Oy',
    'Globex A/S',
    'Globex S.p.A.',
    'Globex Pty Ltd',
    'Globex Pvt. Ltd.',
    'Globex K.K.',
    'Globex SAS',
    'Globex s.r.o.',
  ],
  ['Fixture Johnson & Johnson', 'Fixture Johnson and Johnson'],
  ['株式会社見本', '見本', '見本（株）', '(株)見本'],
  ['ООО Ромашка', 'Ромашка'],
  ['주식회사 견본', '견본'],
  ["Ada's Bakery", 'Adas Bakery', 'Ada’s Bakery'],
  ['Data-Works', 'Data Works', 'DataWorks'],
];

export const OTHER_COMPANY: [string, string][] = [
  ['Acme', 'Acme Labs'],
  ['Acme Robotics', 'Acme Foods'],
  ['Globex', 'Initech'],
  ['The Company', 'Group Inc'],
  ['Deutsche Beispielbank', 'Beispielbank Zürich'],
];

export const NO_COMPANY = [
  '',
  'Self-employed',
  'Freelance',
  'freelancer',
  'N/A',
  'Stealth Startup',
  'Stealth',
  'Unemployed',
  'none',
  '-',
];
