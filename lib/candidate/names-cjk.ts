/** Chinese, Japanese and Korean names: the family name comes first, and often no space says where it ends. */
import { HANGUL_DOUBLE_SURNAMES, HAN_DOUBLE_SURNAMES, HAN_SURNAMES, JAPANESE_SURNAMES } from './names-tables.ts';

export interface Parts {
  firstName?: string;
  lastName?: string;
  confidence: number;
}

const HAN = /^\p{Script=Han}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const KATAKANA = /^[\p{Script=Katakana}ー・･]+$/u;

export const isCjk = (word: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}ー・･々]+$/u.test(word);

/** Splits only what is sure enough to be offered; an unsplit name stays whole in `firstName`, with a low confidence. */
export function splitCjk(words: string[], lang = ''): Parts {
  const [one = '', ...others] = words.length === 1 && /[・･]/.test(words[0]!) ? words[0]!.split(/[・･]/) : words;
  if (others.length > 0) return spaced(one, others);
  const taken = lang.startsWith('ja') ? japanese(one) : familyLength(one) || japanese(one);
  if (taken === 0) return { firstName: one, confidence: 0.3 };
  return { lastName: one.slice(0, taken), firstName: one.slice(taken), confidence: 0.65 };
}

function spaced(one: string, others: string[]): Parts {
  const rest = others.join(' ');
  const last = others.at(-1)!;
  // A foreign name in katakana keeps its own order, given name first.
  if (KATAKANA.test(one) && KATAKANA.test(last)) {
    return { firstName: [one, ...others.slice(0, -1)].join(' '), lastName: last, confidence: 0.65 };
  }
  // A page in a European language may print 伟明 李.
  if (one.length === 2 && last.length === 1 && HAN_SURNAMES.includes(last))
    return { firstName: one, lastName: last, confidence: 0.65 };
  const sure = one.length === 1 || HAN_DOUBLE_SURNAMES.test(one) || HANGUL_DOUBLE_SURNAMES.test(one);
  return { lastName: one, firstName: rest, confidence: sure ? 0.85 : 0.7 };
}

const japanese = (name: string): number => {
  const found = JAPANESE_SURNAMES.exec(name)?.[0].length ?? 0;
  return name.length > found && name.length <= found + 3 ? found : 0;
};

/** How many characters are the family name; 0 when that cannot be told. */
function familyLength(name: string): number {
  if (name.length < 2 || name.length > 4) return 0;
  if (HANGUL.test(name)) return HANGUL_DOUBLE_SURNAMES.test(name) && name.length > 2 ? 2 : 1;
  if (!HAN.test(name)) return 0;
  if (HAN_DOUBLE_SURNAMES.test(name) && name.length > 2) return 2;
  return name.length < 4 && HAN_SURNAMES.includes(name.charAt(0)) ? 1 : 0;
}
