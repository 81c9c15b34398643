/** What the head and the headings of a page say: OpenGraph profiles, and hints at a name that count only together. */
import { all, meta, textOf, tidy } from '../dom.ts';
import { noFacts, pick, type Facts } from './facts.ts';
import { isSurelyName, nameWords, isOnePerson } from './name-shape.ts';

/** "Jane Doe (@jane) | Example", "About – Jane Doe", "Jane Doe's website" → Jane Doe, if anything of it is surely a name. */
export function nameInTitle(title: string): string | undefined {
  const pieces = title.split(/\s+[|–—·•:-]\s+|\s*[|·•]\s*|:\s+/);
  for (const piece of pieces) {
    const bare = tidy(piece)
      .replace(/\s*\(@[^)]*\).*$/, '')
      .replace(/^[\w.-]+ \(([^()]+)\).*$/, '$1')
      .replace(/^(?:about|home ?page of|website of|welcome to|hi,? i[’']?m|hello,? i[’']?m|i[’']?m|i am)\s+/i, '')
      .replace(/[’']s?\s+(?:\w+\s)?(?:blog|website|web ?site|home ?page|site|page|portfolio|cv|resume)$/i, '')
      .replace(/[.!,]+$/, '');
    if (isSurelyName(bare)) return bare;
  }
  return undefined;
}

/** What accounts of shops and pages of companies say of themselves, or networks of them. */
export const isBrand = (about: string): boolean =>
  /(?:^|\W)(?:official (?!account)|shop|store|our|we ship|shipping|sale|customers|talking about this|were here)(?=\W|$)/i.test(
    about,
  );

/** Networks count before they quote: '12 Followers, 3 Posts - Jane (@jane) on Instagram: "I weld."' */
function aboutIn(document: Document): string {
  const [about, longer] = [meta(document, 'og:description'), meta(document, 'description')];
  if (!/^\S+ (?:followers|likes)/i.test(about)) return about;
  return /: ["“](.*)["”]\s*$/s.exec(longer)?.[1] ?? '';
}

/** `og:type=profile`: a page about an account, which may yet be a company's. */
export function openGraph(document: Document): Facts | undefined {
  const [given, family] = [meta(document, 'profile:first_name'), meta(document, 'profile:last_name')];
  if (!/(?:^|:)profile$/.test(meta(document, 'og:type')) && !given) return undefined;
  const title =
    meta(document, 'og:title')
      .replace(/\s*\(@[^)]*\).*$/, '')
      .split(/\s+[|–—·•-]\s+/, 1)[0] ?? '';
  const bare = title.replace(/\s+on \S+$/, '');
  const name = [given, family].filter(Boolean).join(' ') || (isSurelyName(bare) ? bare : '');
  const description = aboutIn(document);
  // Some are drawn for sharing: a card with a portrait on it is none.
  const image = meta(document, 'og:image');
  if (!given && (!name || isBrand(`${meta(document, 'og:description')} ${description}`))) return undefined;
  return {
    ...noFacts('meta', given && family ? 0.85 : 0.65),
    ...pick('name', name),
    ...pick('given', given),
    ...pick('family', family),
    ...pick('headline', description.length < 300 ? description : undefined),
    ...pick('photo', /\/(?:og|opengraph|social-?card)[-/]/i.test(image) ? '' : image),
  };
}

/**
 * The names that the title and the headings of a page hold. A name that stands only in `author` may be the web master's.
 * @param isStale whether the head was left behind by the page before.
 */
export function nameHints(document: Document, isStale: boolean): string[] {
  const texts = [document.title, isStale ? '' : meta(document, 'og:title'), ...all(document, 'h1').slice(0, 3).map(textOf)];
  return texts.flatMap((text) => (text.length < 200 ? (nameInTitle(text) ?? []) : []));
}

/** The hint that something else on the page bears as well, or that is given twice. */
export const agreedName = (hints: string[], borne: string[]): string | undefined =>
  hints.find((hint) => borne.some((text) => bears(text, hint))) ??
  hints.find((hint, at) => hints.findIndex((other) => isOnePerson(other, hint)) < at);

/** "jdoe", "jane.doe", "doe-lab" bear the name of Jane Doe. */
export const bears = (text: string, name: string): boolean => {
  const words = nameWords(name).filter((word) => word.length > 2);
  const account = text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return words.some((word) => account.includes(word));
};
