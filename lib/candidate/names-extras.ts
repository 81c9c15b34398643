/** What stands with a name and is none: which kind of thing it is. The texts are kept as they were printed. */
import { CLEAR_CREDENTIALS, CREDENTIALS, TITLES } from './names-tables.ts';
import type { NameExtra } from './schema.ts';

export const folded = (word: string): string => word.toLowerCase().replace(/[.\-®™]/g, '');

const PRONOUNS = new Set(
  (
    'she her hers he him his they them theirs ze zir xe xem hir any all ' +
    'sie ihr er ihm ihn dey elle elles il ils iel lui ella él el ellos elle ela ele elu dela dele lei loro zij hij hen hun haar hem die diens ' +
    'ona on ono oni jej jego jemu ich jim jeho její hon han henne honom hende ham dem hän ő ea o onun ' +
    'она её ее ей он его ему они их вона її він його вони 彼女 彼 她 他 ta 그녀 그 היא הוא הם هي هو'
  ).split(' '),
);

/** "she/her", "Sie / ihr", "(they)", "any pronouns". */
export function isPronouns(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/\bpronouns?\b|^[\s([{]+|[\s)\]}]+$/g, '')
    .split(/[\s/,·|]+/)
    .filter(Boolean);
  return words.length > 0 && words.length < 6 && words.every((word) => PRONOUNS.has(word));
}

/** Words in front of a name that somebody had before; the short ones need their dot. */
export const FORMER_CUE =
  'n[ée]e?|born|geb\\.|geborene[r]?|verh\\.|vorm\\.|vormals|ehem\\.|ehemals|formerly|fka|f\\.k\\.a\\.|previously|maiden name|roz\\.|rozen[áa]|rod\\.|z d\\.|z domu|de domo|ur\\.|f\\.|født|född|ent\\.|o\\.s\\.|omaa sukua|szül\\.|nata|nacida|nascida|nom de jeune fille|урожд\\.|урожденная|рожд\\.|ранее|із дому';
const FORMER = new RegExp(`^(?:${FORMER_CUE})(?=\\s|:|$)`, 'iu');
export const NICKNAME_CUE = 'aka|a\\.k\\.a\\.|alias|dit|genannt|gen\\.|known as';
const NICKNAME = new RegExp(`^(?:(?:${NICKNAME_CUE})(?=\\s|:)|["'“”„«‘’])`, 'iu');
/** How surnames end: in brackets between first and last name such a word is the surname of before. */
const SURNAME_SHAPE =
  /(?:[sc]k[aiy]|ov[aá]|[oe]va?|sen|sso?n|mann|berg|stein|feld|[iy]an|enko|enco|czyk|wicz|shvili|dze|i[cć]h?|[eé]z|dóttir|escu|poulos|inen|ski|ська|ская|ова|ева)$/iu;

/** "2nd", "3rd+", "1er", "2.º": how far someone is away from the viewer. */
const DISTANCE = /^[([]?[1-3](?:st|nd|rd|th|er|re|e|º|ª|°|\.|次|度)*\+?[)\]]?$/iu;
const OPEN_MARK = /^[[(]?(?:#?open ?to ?(?:work|connect)|lion|verified|hiring|ouvert .*|:.+:)[\])]?$/i;

const bare = (text: string): string => text.replace(/^[\s([{（【「"'“”„«‘]+|[\s)\]}）】」"'”“»’]+$/gu, '');

/** @param inside whether it stood in brackets or quotes. */
export function extraOf(printed: string, inside = false): NameExtra {
  const text = printed.replace(/\s+/g, ' ').trim();
  const inner = bare(text);
  const kind = (): NameExtra['kind'] => {
    if (!/[\p{L}\p{N}]/u.test(text) || DISTANCE.test(text) || OPEN_MARK.test(text) || text.startsWith('#')) return 'mark';
    if (isPronouns(inner)) return 'pronouns';
    if (FORMER.test(inner)) return 'former';
    if (NICKNAME.test(inner) || (NICKNAME.test(text) && inside)) return 'nickname';
    const words = inner.split(/[\s,/&]+/).filter(Boolean);
    if (words.every((word) => isCredentialWord(word))) return 'credential';
    if (words.every((word) => TITLES.has(folded(word)))) return 'title';
    if (!inside || words.length > 2 || words.some((word) => !/^[\p{L}\p{M}.'’-]+$/u.test(word))) return 'other';
    return SURNAME_SHAPE.test(inner) ? 'former' : 'nickname';
  };
  return { kind: kind(), text };
}

const isCredentialWord = (word: string): boolean => {
  const plain = folded(word);
  return CLEAR_CREDENTIALS.has(plain) || (CREDENTIALS.has(plain) && /\p{Lu}/u.test(word));
};
