/** The top card of a server-driven profile. Headline and place have no key of their own: they are found by their neighbours. */
import { all, first, text, textOf } from '../dom.ts';
import { websites } from './contact-overlay.ts';
import { photoIn } from './photo.ts';
import { isPronouns } from './pronouns.ts';
import type { Subject } from './sdui-cards.ts';
import type { Shown } from './shown.ts';

/** "· 1st", "· 2.", "· الثانية": how far the person is from the viewer. Both of two variants can stand in the document. */
const DEGREE = /^[·•]\s*\S/;
const LONE_DOT = /^[·•]$/;
const CONTACT = 'a[href*="/overlay/contact-info"],a[href="#"]';

export function topCard({ card, name }: Subject): Partial<Shown> {
  const badges = all(card, '[role="button"],button').filter(
    (badge) => first(badge, 'figure,svg[id*="-accent"]') && text(badge, 'p'),
  );
  const company = badges.find((badge) => first(badge, 'svg[id^="company-accent"]'));
  return {
    ...headlineAndPlace(
      card,
      name,
      badges.map((badge) => text(badge, 'p')),
    ),
    company: company && text(company, 'p'),
    photoUrl: photoIn(card, name),
    ...givenPrefix(card, name),
    // A person can put one link of their own there.
    links: websites(card, 'p a[href^="http"]'),
  };
}

/** The headline is the first line behind name, pronouns and degree; the place stands beside the dot before the contact link. */
function headlineAndPlace(card: Element, name: string, badges: string[]): { headline?: string; location?: string } {
  const { lines, end } = paragraphsAfterName(card, name);
  const dot = lines.at(-1);
  const hasDot = dot !== undefined && LONE_DOT.test(textOf(dot));
  const before = hasDot ? lines.slice(0, -1) : lines;
  // "Company · School" repeats the badges; a headline of the same words stands before it.
  const repeats = new Set([...badges, badges.join(' · ')]);
  const repetition = before.findLastIndex((line) => repeats.has(textOf(line)));
  const last = before.at(-1);
  const isBeside = end && last && rowOf(last) === rowOf(hasDot ? dot : end);
  // Without a contact link the counts of connections follow; then only the repetition tells where the place is.
  const next = end || repetition < 0 ? undefined : before[repetition + 1];
  const place = isBeside ? last : next && !next.closest('a') ? next : undefined;
  const top = before.slice(0, repetition < 0 ? undefined : repetition).find((line) => line !== place);
  const headline = textOf(top);
  return { headline: headline === '--' ? '' : headline, location: textOf(place) };
}

/** What a paragraph stands in, with a box of its own around it or without. */
const rowOf = ({ parentElement: box }: Element) => (box?.childElementCount === 1 ? box.parentElement : box);

/** Up to the contact link, if there is one (`end`). */
function paragraphsAfterName(card: Element, name: string): { lines: Element[]; end?: Element } {
  const paragraphs = all(card, 'h1,h2,p');
  const behind = paragraphs.slice(paragraphs.findIndex((element) => textOf(element) === name) + 1);
  const at = behind.findIndex((element) => first(element, CONTACT));
  const lines = behind
    .slice(0, at < 0 ? 6 : at)
    .filter((element) => element.tagName === 'P' && textOf(element) && !element.closest('[role="button"],button'));
  // The degree stands before the headline, and pronouns before the degree: theirs may be any text.
  const degree = lines.slice(0, 4).findLastIndex((line) => DEGREE.test(textOf(line)));
  const rest = lines.slice(degree + 1);
  if (rest[0] && isPronouns(textOf(rest[0]))) rest.shift();
  const end = behind[at];
  return { lines: rest, ...(end ? { end } : {}) };
}

/**
 * The verification mark is labelled with a sentence about the person by first name: its words that begin
 * the full name, behind any "Dr.", are it.
 */
function givenPrefix(card: Element, name: string): Pick<Shown, 'givenPrefix'> {
  const mark = first(card, 'svg[id^="verified"]');
  const label = mark?.getAttribute('aria-label') ?? mark?.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
  const words = name.replace(/^(?:\p{L}+\.\s+)+/u, '').split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const prefix = words.slice(0, count).join(' ');
    if (` ${label}`.includes(` ${prefix}`)) return { givenPrefix: prefix };
  }
  return {};
}
