/** Repairs a name that was typed in one case, the way its bearer would write it. */
import { PARTICLES, SMALL_PARTICLES, SUFFIXES } from './names-tables.ts';

const capital = (part: string, lang: string | undefined): string => {
  const [first = '', ...rest] = part;
  const small = rest.join('');
  const mac = first === 'm' && /^c\p{L}/u.test(small);
  return first.toLocaleUpperCase(lang) + (mac ? `c${small.charAt(1).toLocaleUpperCase(lang)}${small.slice(2)}` : small);
};

/** "O'NEIL-MCKAY" → "O'Neil-McKay"; "VAN" → "van" when a particle may stand there; "JP" and "III" stay. */
export function fixCase(word: string, mayBeParticle: boolean, pageLang = ''): string {
  // Only these two have letters of their own here; and what a page states may be no language at all, which would throw.
  const lang = /^(?:tr|az)\b/i.exec(pageLang)?.[0];
  const small = word.toLocaleLowerCase(lang);
  if (SUFFIXES.test(word) && /^i/i.test(word)) return word.toUpperCase();
  if (mayBeParticle && (PARTICLES.has(small) || SMALL_PARTICLES.has(small))) return small;
  if (/^[^AEIOUY\P{Lu}]{2}$/u.test(word)) return word;
  return small
    .split(/([-'’.])/)
    .map((part) => capital(part, lang))
    .join('');
}
