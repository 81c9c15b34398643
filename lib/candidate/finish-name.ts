/** From a printed name, and what the site itself knows of it, to the fields of a candidate. */
import { LONGEST_NAME } from './limits.ts';
import { NAMELESS, type Named } from './named.ts';
import { mayBeName, nameWords } from './names-shape.ts';
import { splitName } from './names.ts';
import type { RawName } from './raw.ts';
import type { Evidence } from './reading.ts';

export function nameOf(name: RawName, how: Evidence | undefined, lang: string): Named {
  if (!name.full || (name.claim && !mayBeName(name.full))) return NAMELESS;
  const { full, splitFrom, cap = 1 } = name;
  const [whole = '', first, last, givenPrefix] = [full, name.first, name.last, name.givenPrefix].map((part) =>
    part?.slice(0, LONGEST_NAME),
  );
  const split = splitName(whole, {
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    ...(givenPrefix ? { givenPrefix } : {}),
    ...(lang ? { lang } : {}),
    ...(name.beside ? { beside: name.beside.map((part) => part.slice(0, LONGEST_NAME)) } : {}),
  });
  const parts: Evidence = { from: splitFrom, confidence: Math.round(Math.min(cap, split.confidence) * 100) / 100 };
  const { firstName, lastName, extras } = split;
  return {
    fields: {
      fullName: full,
      ...(firstName ? { firstName } : {}),
      ...(lastName ? { lastName } : {}),
      ...(extras.length > 0 ? { nameExtras: extras } : {}),
    },
    evidence: { fullName: how, firstName: parts, lastName: parts, nameExtras: how },
    words: nameWords(whole),
  };
}
