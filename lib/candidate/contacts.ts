/** Addresses and numbers as pages write them, hide them, and link them. */
import { western } from './digits.ts';
import { domainOf, isFreeMail } from './mailbox.ts';
import type { Email, Phone } from './schema.ts';

const ADDRESS =
  /^(?!\.)[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;
/** A file name with an `@2x` in it has the shape of an address. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|avif|css|js)$/i;
/** Placeholders of themes, and senders that nobody reads. */
const NOBODY =
  /^(?:you|your[.-]?(?:e?-?mail|name)?|user-?name|someone|somebody|no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|bounces?)@|^(?:name|e?mail|user|test|example|first\.?last)@e?mail\.com$|@(?:your-?)?(?:domain|company|site)\.(?:com|org|net)$|@example\.(?:com|org|net)$|@users\.noreply\./i;

/** A malformed escape leaves the text as it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * From a `mailto:` link (encoded, with a subject, with several receivers: the first) or from plain text.
 * The type is `personal` for the big mail providers and `other` for every other domain; whose that is, is told by what else
 * is known of the person (`typeOfEmail`).
 */
export function toEmail(text: string): Email | undefined {
  const plain = text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace('＠', '@')
    .trim()
    .replace(/^mailto:\s*(?:\?(?:.*&)?to=)?/i, '');
  // "Jane Doe <jane@doe.example>", with its spaces encoded or not.
  const inBrackets = /<([^<>]+@[^<>]+)>/.exec(decoded(plain))?.[1];
  const [receiver = ''] = (inBrackets ?? plain).split(/[?,;&\s]/, 1);
  const address = decoded(receiver)
    .split(/[?,;]/, 1)[0]!
    .trim()
    .replace(/^[<("'\s]+|[>)"'.\s]+$/g, '');
  const at = address.lastIndexOf('@');
  const value = `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`;
  if (at < 1 || value.length > 254 || value.includes('..') || !ADDRESS.test(value) || FILE.test(value) || NOBODY.test(value))
    return undefined;
  return { value, type: isFreeMail(domainOf(value)) ? 'personal' : 'other' };
}

const PHONE_WORDS: [RegExp, Phone['type']][] = [
  [/mobi|cell|handy|kom[óo]rk|móvil|celular|portable|cellulare/i, 'mobile'],
  [/work|office|arbeit|praca|służb|trabajo|bureau|lavoro|geschäft/i, 'work'],
  [/home|privat|domow|casa|domicile/i, 'home'],
];

const kindOf = (words: string): Phone['type'] | undefined => PHONE_WORDS.find(([word]) => word.test(words))?.[1];

/** Behind a number: the line within a company. */
const EXTENSION = /[\s,]*(?:ext(?:ension)?\.?|x|доб\.?|wew\.?|durchwahl|poste|anexo|ramal|int\.?)\s*:?\s*(\d{1,6})\s*$/i;

/** From a `tel:`, `sms:` or `callto:` link or from printed text such as "Tel. +44 20 7946 0000 (Mobile)"; a date or a year range is none. */
export function toPhone(text: string): Phone | undefined {
  const plain = western(decoded(text.trim()));
  const scheme = /^(tel|sms|callto):(?:\/\/)?/i.exec(plain);
  const [bare = '', parameters = ''] = scheme
    ? [plain.slice(scheme[0].length).split(/[;?]/, 1)[0]!, plain]
    : [plain.split(/[;?]/, 1)[0]!];
  const note = /\(([^()\d]*)\)\s*$/.exec(bare)?.[0] ?? '';
  const label = /^[^\d+(]{0,24}?[\p{L}.]\s*[:：.]?\s*(?=[+(\d])|^[^\p{L}\d+(]{1,4}/u.exec(bare)?.[0] ?? '';
  const whole = bare.slice(label.length, bare.length - note.length);
  const extension = EXTENSION.exec(whole)?.[1] ?? /;ext=(\d{1,6})/i.exec(parameters)?.[1];
  const value = whole.replace(EXTENSION, '').replace(/\s+/g, ' ').trim();
  const digits = value.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15 || !/^\+?[\d\s().\-–/]+$/.test(value) || !/\d$/.test(value)) return undefined;
  if (!scheme && /^(?:\d{4}\s*[-–/.]\s*\d{4}|\d{4}[-/.]\d{2}[-/.]\d{2}|\d{2}[-/.]\d{2}[-/.]\d{4})$/.test(value)) return undefined;
  const type = kindOf(`${label} ${note}`) ?? (scheme?.[1]?.toLowerCase() === 'sms' ? 'mobile' : 'other');
  return { value: extension ? `${value} ext. ${extension}` : value, type };
}

/** The number in a link that begins a conversation there. */
export const whatsAppNumber = (href: string): string | undefined => {
  const digits =
    /^https?:\/\/(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=)(?:%2B|\+)?(\d{7,15})(?:[/?&#]|$)/i.exec(
      href,
    )?.[1];
  return digits && `sms:+${digits}`;
};

/** Cloudflare's e-mail protection: hexadecimal bytes, the first of which is the key that the others are XORed with. */
export function emailFromCloudflare(hex: string): Email | undefined {
  const code = hex.replace(/^.*#/, '').trim();
  if (!/^(?:[\da-f]{2}){6,300}$/i.test(code)) return undefined;
  const [key = 0, ...bytes] = code.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
  return toEmail(decoded(bytes.map((byte) => `%${(byte ^ key).toString(16).padStart(2, '0')}`).join('')));
}

/** "at" and "dot" as people write them out, in brackets only where the word is one of their language. */
const AT_WORD = 'at|@|ät|arroba|aroba|małpa|malpa|zavin[áa][čc]|chiocciola|kukac|собака|apenstaartje|æt';
const DOT_WORD = 'dot|\\.|punkt|punto|ponto|point|kropka|te[čc]ka|pont|точка|punt';
const AT = String.raw`\s*(?:\[\s*(?:${AT_WORD})\s*\]|[(（]\s*(?:${AT_WORD})\s*[)）]|\{\s*(?:${AT_WORD})\s*\}|<\s*at\s*>|\s(?:AT|at)\s|@)\s*`;
const DOT = String.raw`(?:\s*(?:\[\s*(?:${DOT_WORD})\s*\]|[(（]\s*(?:${DOT_WORD})\s*[)）]|\{\s*(?:${DOT_WORD})\s*\}|<\s*dot\s*>|\s(?:DOT|dot)\s)\s*|\.)`;
const LABEL = String.raw`[\p{L}\p{N}_+-]+`;
const SPELT = new RegExp(`(${LABEL}(?:${DOT}${LABEL})*)(${AT})(${LABEL}(?:${DOT}${LABEL})+)`, 'u');

/**
 * The first address in a text in which it is spelt for people: "name [at] domain [dot] example", "name (at) domain.example".
 * A bare "at" between spaces counts only together with a spelt "dot", because "meet me at jane.example" is no address.
 */
export function emailFromWords(text: string): Email | undefined {
  const match = SPELT.exec(text.slice(0, 20_000));
  if (!match) return undefined;
  const [, local = '', at = '', domain = ''] = match;
  const joined = (part: string) => part.replace(new RegExp(DOT, 'gu'), '.');
  if (/^\s+at\s+$/i.test(at) && !/\sdot\s|[[({<]\s*dot/i.test(domain)) return undefined;
  return toEmail(`${joined(local)}@${joined(domain)}`);
}
