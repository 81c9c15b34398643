/** Data in the page: JSON value by value, and everything of which the page does not say what it is. */
import { decoded } from './address.ts';
import { isStructural } from './markup.ts';
import type { Rewriter } from './rewriter.ts';

/** Keys whose value is the name of a kind and not of a thing. */
const KIND = /^(?:[@$_]*type(?:name)?|[@$]context|recipe(?:Type)?|locale|lang(?:uage)?Code)$/i;

export function dataOf(rewriter: Rewriter, original: string): string {
  const [, before = '', json = '', after = ''] =
    /^(\s*(?:<!--|<!\[CDATA\[)?\s*(?:(?:window|self|globalThis)\.)?[\w.$[\]"']*\s*=?\s*)([[{][\s\S]*[\]}])(;?\s*(?:-->|\]\]>)?\s*)$/.exec(
      original,
    ) ?? ['', '', original];
  try {
    return rewriter.markup(before) + JSON.stringify(mapped(rewriter, JSON.parse(json), '')) + after;
  } catch {
    return literals(rewriter, original);
  }
}

function mapped(rewriter: Rewriter, value: unknown, key: string): unknown {
  if (typeof value === 'string') return KIND.test(key) && !value.includes('/') ? rewriter.markup(value) : rewriter.value(value);
  if (typeof value === 'number') return numberOf(rewriter, value);
  if (Array.isArray(value)) return value.map((one) => mapped(rewriter, one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [rewriter.markup(name), mapped(rewriter, one, name)]));
}

/** Coordinates and amounts are numbers too: of a fraction every digit goes. */
function numberOf(rewriter: Rewriter, value: number): number {
  const every = !Number.isInteger(value);
  return Number(String(value).replace(/\d+/g, (digits) => rewriter.dictionary.number(digits, every)));
}

/** What is nearly JSON: its strings are still strings, and the words between them are replaced as they stand. */
function literals(rewriter: Rewriter, original: string): string {
  let made = '';
  let end = 0;
  let key = '';
  for (const match of original.matchAll(/"((?:\\[\s\S]|[^"\\])*)"(\s*:)?/g)) {
    const [whole, inner = '', colon = ''] = match;
    const text = unescaped(inner);
    made += rewriter.markup(original.slice(end, match.index));
    made += JSON.stringify(colon || KIND.test(key) ? rewriter.markup(text) : rewriter.value(text)) + colon;
    key = colon ? text : '';
    end = match.index + whole.length;
  }
  return made + rewriter.markup(original.slice(end));
}

const CONTROL: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
export const unescaped = (text: string): string =>
  text.replace(
    /\\u([\da-f]{4})|\\x([\da-f]{2})|\\([\s\S])/gi,
    (_whole, unit: string | undefined, byte: string | undefined, one: string) =>
      unit || byte ? String.fromCharCode(Number.parseInt(unit ?? byte ?? '', 16)) : (CONTROL[one] ?? one),
  );

const ENTITIES = /&(?:#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const fromEntities = (text: string): string =>
  text.replace(ENTITIES, (_whole, decimal: string | undefined, hex: string | undefined) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });

const SCHEME =
  /^\s*(?:https?:|wss?:|\/\/[\w-]|mailto:|tel:|sms:|data:|javascript:|blob:|urn:|ftp:|xmpp:|skype:|whatsapp:|at:\/\/)\S*\s*$/i;
const PATH = /^(?:\.{0,2}\/[\p{L}\p{Nd}_.~%@!$&'()*+,;=:/?#-]+|\?[\w%.~-]+=\S*)$/u;

export function valueOf(rewriter: Rewriter, original: string): string {
  if (!/[\p{L}\p{Nd}]/u.test(original)) return original;
  const start = original.trimStart();
  if (/^(?:\{\s*["}]|\[\s*["{[\]\d-])/.test(start)) return dataOf(rewriter, original);
  if (SCHEME.test(original) || PATH.test(original)) return rewriter.address(original.trim());
  const plain = fromEntities(original);
  const spelt = /\\u[\da-f]{4}|\\x[\da-f]{2}/i.test(plain) ? unescaped(plain) : plain;
  if (!/%[\da-f]{2}/i.test(spelt)) return rewriter.text(spelt);
  const meant = decoded(spelt);
  return encodeURIComponent((isStructural(meant) ? rewriter.markup(meant) : valueOf(rewriter, meant)).toWellFormed());
}
