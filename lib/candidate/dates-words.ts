/**
 * Month names of the languages that profile pages come in, as the shortest beginnings that tell the twelve apart. They are
 * inflected and abbreviated ("lipca", "lip.", "Juli"), so the longest beginning that fits wins. Folded: no accents.
 */
const MONTHS: Record<string, string> = {
  en: 'jan feb mar apr may jun jul aug sep oct nov dec',
  de: 'jan/jän feb mar/mrz apr mai jun jul aug sep okt nov dez',
  fr: 'jan fev mar avr mai juin juil aou sep oct nov dec',
  es: 'ene feb mar abr may jun jul ago sep/set oct nov dic',
  pt: 'jan fev mar abr mai jun jul ago set out nov dez',
  it: 'gen feb mar apr mag giu lug ago set ott nov dic',
  ca: 'gen feb mar abr mai jun jul ago set oct nov des',
  nl: 'jan feb maa/mrt apr mei jun jul aug sep okt nov dec',
  pl: 'sty lut mar kwi maj cze lip sie wrz paz lis gru',
  cs: 'led uno brez/bre/bře dub kve cerven/cvn/cer cervenec/cvc srp zar rij lis pro',
  sk: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  sl: 'jan feb mar apr maj jun jul avg sep okt nov dec',
  hr: 'sij velj/vel ozu tra svi lip srp kol ruj lis stu pro',
  sr: 'jan feb mar apr maj jun jul avg sep okt nov dec',
  ro: 'ian feb mar apr mai iun iul aug sep oct noi/nov dec',
  hu: 'jan feb mar apr maj jun jul aug sze okt nov dec',
  fi: 'tam hel maa huh tou kes hei elo syy lok mar jou',
  et: 'jaa vee mar apr mai juu juul aug sep okt nov det',
  lv: 'jan feb mar apr mai jun jul aug sep okt nov dec',
  lt: 'sau vas kov bal geg bir lie rugpj/rgp rugs/rgs spa lap gru/grd',
  sv: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  nb: 'jan feb mar apr mai jun jul aug sep okt nov des',
  da: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  is: 'jan feb mar apr mai jun jul agu sep okt nov des',
  tr: 'oca sub mar nis may haz tem agu eyl eki kas ara',
  el: 'ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  ru: 'янв фев мар апр мая/маи июн июл авг сен окт ноя дек',
  uk: 'січ лют бер кві тра чер лип сер вер жов лис гру',
  bg: 'яну фев мар апр маи юни юли авг сеп окт ное дек',
  id: 'jan feb mar apr mei jun jul agu/agt sep okt nov des',
  ms: 'jan feb mac apr mei jun jul ogo/ogos sep okt nov dis',
  fil: 'ene peb mar abr may hun hul ago set okt nob dis',
  sq: 'jan shk mar pri maj qer kor gus sht tet nen dhj',
  hi: 'जन फ़र/फर मार्च अप्र मई जून जुल अग सित अक्त/अक्टू/अक्तू नव दिस',
  th: 'มค/มกร กพ/กุม มีค/มีน เมย/เมษ พค/พฤษภ มิย/มิถ กค/กรก สค/สิง กย/กัน ตค/ตุล พย/พฤศ ธค/ธัน',
  ar: 'يناير/جانفي فبراير/فيفري مارس أبريل/ابريل/أفريل مايو/ماي يونيو/جوان يوليو/جويلية أغسطس/اغسطس/أوت سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر',
  'ar-levant': 'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  fa: 'ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر',
  he: 'ינו פבר מרץ אפר מאי יונ יול אוג ספט אוק נוב דצמ',
};
const ALIASES: Record<string, string> = { no: 'nb', nn: 'nb', bs: 'hr', in: 'id', iw: 'he', tl: 'fil' };

/** What "still there" is called: one regular expression, matched at the beginning of the folded right side of a range. */
export const PRESENT =
  /^(?:present|now|current(?:ly)?|today|ongoing|to date|till date|heute|aktuell|jetzt|laufend|gegenwart|bis heute|aujourd.?hui|present|a ce jour|en cours|maintenant|actualidad|actualmente|actual|presente|(?:o )?momento|ate (?:o momento|hoje)|atual(?:mente)?|hoje|oggi|attuale|in corso|heden|nu\b|vandaag|obecnie|teraz|do dzis|nadal|soucasnost|dosud|nyni|sucasnost|danes|sedanjost|sada|danas|sadasnj|trenutno|prezent|in prezent|jelen|mostan|nykyinen|nykyhetki|nyt\b|praegu|tanapaev|olevik|tagad|pasreiz|sobrid|dabar|siandien|iki siol|nuvarande|pagaende|idag|na\b|navaerende|naavaerende|i dag|nutid|nuna|nuverandi|halen|devam|gunumuz|su an|simdi|σημερα|παρον|τωρα|настоящ|по н\.? ?в|сеичас|наст\b|досега|теперішн|дотепер|зараз|сьогодні|днес|saat ini|sekarang|kini|kasalukuyan|hien tai|hien nay|nay\b|aktuale|tani\b|वर्तमान|अब तक|อบตก|ปัจจุบัน|حتى الآن|الآن|الحاضر|الوقت الحالي|حاليا|تاکنون|اکنون|حال حاضر|כיום|היום|הווה|עכשיו|至今|现在|現在|目前|迄今|今|현재|재직|avui|gaur egun|dnes|dodnes|данас|садаш|денес|сега|в момента|по настоящ|цяпер|сення|сёння|paslaik|indi\b|hazirda|қазіргі|დღემდე|ამჟამად|ներկա|մինչ|বর্তমান|தற்போது|حالي|موجود|اب تک|sasa\b|hede\b|tans\b|faoi lathair)/u;

/** "since 2021": a beginning without an end. */
export const SINCE =
  /^(?:since|from|seit|ab|depuis|des|desde|dal|da|sinds|vanaf|od|ode dne|siden|sedan|sejak|din|fra|since:|с|з|от|από|απο|منذ|από|מאז|より)\s/u;

/** Words between two dates; folded. Single letters only between spaces, which the caller sees to. */
export const BETWEEN =
  'to|until|till|thru|through|bis|zum|a|au|à|al|ate|hasta|fino a|tot|t/m|do|az|til|till|kuni|lidz|iki|ile|sampai|hingga|hanggang|den|deri|по|до|к|έως|εως|μεχρι|إلى|الى|حتى|تا|עד|至|到|から|부터|से|ถึง';

/** Of plain text nothing but the case is folded, and a quote. */
const PLAIN = /^[\0-\x7f]*$/;

export const fold = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase().replaceAll('`', "'") : foldMarks(text.toLowerCase());

const foldMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/å/g, 'a')
    .replace(/[’‘´`]/g, "'")
    .normalize('NFC');

type Table = [beginning: string, month: number][];
const tables = new Map<string, Table>();
function table(lang: string): Table {
  const known = tables.get(lang);
  if (known) return known;
  const rows = (MONTHS[lang] ?? '')
    .split(' ')
    .flatMap((forms, at): Table => forms.split('/').map((form) => [fold(form).replace('_', ' '), at + 1]));
  const sorted = rows.filter(([form]) => form).sort(([one], [other]) => other.length - one.length);
  tables.set(lang, sorted);
  return sorted;
}

/** Seasons, and words that begin as a month does in some language. */
const NO_MONTH =
  /^(?:primav|printem|spring|summer|autumn|autun|winter|invern|inviern|sommer|herbst|fruh|mark|mara|marin|marse|mayor|major|maker|manag|junior|august[iu]|dece[^m]|decis|design|develop|novel|novi|octo[^b]|janit|julius|septic|masters?\b|media|tram)/;

const find = (lang: string, word: string): number | undefined =>
  table(lang).find(([beginning]) => word.startsWith(beginning))?.[1];

/**
 * The month that a folded word begins, in the page's language when it is known, else in whichever languages know it.
 * `undefined` when the languages disagree ("lip" is June in Croatian and July in Polish): a year alone is never wrong.
 */
export function monthOf(word: string, lang?: string): number | undefined {
  if (NO_MONTH.test(word)) return undefined;
  const code = lang?.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  const own = find(ALIASES[code] ?? code, word) ?? find('en', word);
  if (own) return own;
  const votes = new Set(Object.keys(MONTHS).flatMap((other) => find(other, word) ?? []));
  return votes.size === 1 ? [...votes][0] : undefined;
}
