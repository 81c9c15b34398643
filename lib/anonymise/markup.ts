/** Names in markup: what is made of known words stays, every other word and every id is replaced. */
import { MARKED, PROFILE_ID } from './dictionary.ts';
import { HOST } from './hosts.ts';
import type { Rewriter } from './rewriter.ts';
import { fold } from './shape.ts';
import { isStructureWord } from './words.ts';

export const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
const TOKEN = /[\p{L}\p{M}\p{Nd}]+/gu;
/** `profileCardTopcard`, `HTMLElement`, `Row2`. */
const PART = /\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|\p{Lu}+(?!\p{Ll})|\p{Nd}+|[\p{L}\p{M}]/gu;

const isWord = (part: string): boolean => part.length < 3 || isStructureWord(fold(part));
const isCount = (part: string): boolean => /^\p{Nd}+$/u.test(part);

/** Whether every word of a name is one of markup, and every number in it short: then it is nobody's. */
export function isStructural(name: string): boolean {
  return !/%[\da-f]{2}/i.test(name) && (name.match(TOKEN) ?? []).every((token) => keepsWhole(token.match(PART) ?? []));
}

/** Letters and digits in turn are an id, however short its parts are. */
const keepsWhole = (parts: string[]): boolean =>
  parts.every((part) => (isCount(part) ? part.length < 4 : isWord(part))) &&
  (!parts.some(isCount) || parts.every((part) => isCount(part) || isStructureWord(fold(part))) || parts.length === 2);

function token(rewriter: Rewriter, original: string): string {
  const parts = original.match(PART) ?? [];
  if (keepsWhole(parts)) return original;
  const { dictionary } = rewriter;
  const mixes = parts.some(isCount) && !parts.every((part) => isCount(part) || isStructureWord(fold(part)));
  if (mixes) return dictionary.word(original);
  return parts.map((part) => (isCount(part) ? dictionary.number(part) : isWord(part) ? part : dictionary.word(part))).join('');
}

/** @param handles of people, as addresses on the page have them: components put them between words without a seam. */
export function markupOf(rewriter: Rewriter, handles: readonly string[]): (original: string) => string {
  const escaped = handles.map((handle) => handle.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const whole = new RegExp([PROFILE_ID.source, MARKED.source, UUID.source, ...escaped].join('|'), 'giu');
  const tokens = (text: string) => text.replace(TOKEN, (one) => token(rewriter, one));
  return (original) => {
    let made = '';
    let end = 0;
    for (const match of original.matchAll(whole)) {
      made += tokens(original.slice(end, match.index)) + handle(rewriter, match[0]);
      end = match.index + match[0].length;
    }
    return made + tokens(original.slice(end));
  };
}

const isMarked = new RegExp(`^(?:${MARKED.source})$`);

const isHosted = new RegExp(`^@?(?:[^@/]+@)?${HOST}$`, 'iu');

/** What names somebody or something: every word of it. */
export function handle(rewriter: Rewriter, original: string): string {
  const { dictionary } = rewriter;
  // `@jane@mastodon.social`, and names that are a host, stand in texts too.
  if (isHosted.test(original)) return rewriter.text(original);
  if (new RegExp(`^(?:${PROFILE_ID.source})$`).test(original)) return dictionary.profileId(original);
  return original.replace(new RegExp(`${PROFILE_ID.source}|${MARKED.source}|${TOKEN.source}`, 'gu'), (one) =>
    one.length === 39 && PROFILE_ID.test(one)
      ? dictionary.profileId(one)
      : isMarked.test(one)
        ? dictionary.marked(one)
        : isCount(one)
          ? dictionary.number(one)
          : dictionary.word(one),
  );
}
