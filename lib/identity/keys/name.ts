/**
 * A person's name as the index keeps it: a hint. First name (or the form that stands for it) and last name, in the order given,
 * without middle names, titles and what else stands beside a name. Of a last name in several parts each part is enough to be found by;
 * whether the two names agree is then told by `sameName`.
 */
import { isPlain, words } from './fold.ts';
import { keptAs, mayBeSame, meantBy } from './nicknames.ts';

export interface FullName {
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  preferredName?: string | null | undefined;
}

/** Of words as `fold` leaves them: folding them at every start of the worker took a twelfth of its evaluation. */
const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const TITLES = set('mr mrs ms miss mx dr prof sir ing dipl mag herr frau mme mlle sra');
const BEHIND = set('jr sr jun sen ii iii iv phd mba md msc cpa pmp esq cfa rn dds llm junior');
/** Of which a last name consists only together with another word. */
const PARTICLES = set(
  'van von vom der den de del della dello dei degli dell di da do dos das du la le lo los las el al bin ibn bint ben abu zu zum zur af av ter ten te het st saint san santa mac mc y e i o',
);
/** Written without spaces between the names: one text, whichever field holds how much of it. */
const CJK = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;
const isCJK = (word: string): boolean => !isPlain(word) && CJK.test(word);

/** Without what is in brackets or quotes, and what follows a comma or a bar. */
const bare = (text: string | null | undefined): string =>
  (text ?? '').replace(/[([{（"“«].*?(?:[)\]}）"”»]|$)/gu, ' ').split(/[,|;/•·]/, 1)[0]!;

/** Names that are written before the dot that ends an initial is gone: "J. Robert" is called Robert. */
function firstOf(text: string | null | undefined): string {
  const all = words(bare(text).replaceAll('-', ' ')).filter((word) => !TITLES.has(word));
  return all.find((word) => word.length > 1) ?? all[0] ?? '';
}

function lastOf(text: string | null | undefined): { whole: string; parts: string[] } {
  const all = words(bare(text));
  while (all.length > 1 && BEHIND.has(all.at(-1)!)) all.pop();
  // "Anna M. Berg" in a field for the last name.
  const own = all.length > 1 ? all.filter((word) => word.length > 1 || isCJK(word) || PARTICLES.has(word)) : all;
  const parts = own.filter((word) => !PARTICLES.has(word));
  return { whole: own.join(''), parts: parts.length > 0 ? parts : own };
}

/** Some forms have the family's name first, and some people write it so: "Li Wei", "Wei Li". */
export const turned = ({ firstName, lastName }: FullName): FullName => ({ firstName: lastName, lastName: firstName });

interface Name {
  firsts: string[];
  lasts: string[];
  whole: string;
}

function nameOf({ firstName, lastName, preferredName }: FullName): Name | undefined {
  const firsts = [...new Set([firstOf(firstName), firstOf(preferredName)])].filter(Boolean);
  const { whole, parts } = lastOf(lastName);
  const native = words(`${bare(lastName)} ${bare(firstName)}`);
  if (native.length > 0 && native.every(isCJK)) {
    const text = native.join('');
    return text.length > 1 ? { firsts: [''], lasts: [text], whole: text } : undefined;
  }
  if (firsts.length === 0 || whole.length < 2) return undefined;
  return { firsts, lasts: [...new Set([whole, ...parts])], whole };
}

const joined = (firsts: string[], lasts: string[]): string[] => [
  ...new Set(firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`.trim()))),
];

/** What somebody is kept under; none where only one name is known. */
export function keptNames(person: FullName): string[] {
  const name = nameOf(person);
  return name ? joined(name.firsts.map(keptAs), name.lasts) : [];
}

/** What somebody of this name may be kept under. */
export function askedNames(person: FullName): string[] {
  const name = nameOf(person);
  return name ? joined(name.firsts.flatMap(meantBy), name.lasts) : [];
}

/** Whether these may be one person's names: the same last name, or one of its parts alone, and forms of one first name. */
export function sameName(one: FullName, other: FullName): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (!a || !b) return false;
  const last = a.whole === b.whole || a.lasts.includes(b.whole) || b.lasts.includes(a.whole) || bareOf(a) === bareOf(b);
  return last && a.firsts.some((first) => b.firsts.some((second) => mayBeSame(first, second)));
}

/** Without its particles: "de Souza" and "da Souza". */
const bareOf = ({ lasts, whole }: Name): string => lasts.slice(1).join('') || whole;
