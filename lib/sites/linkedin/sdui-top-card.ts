/** The top card of a server-driven profile. Headline and place have no key of their own: they are found by their neighbours. */
import { all, first, text, textOf } from '../dom.ts';
import { website } from './contact-overlay.ts';
import { photoIn } from './photo.ts';
import { isPronouns } from './pronouns.ts';
import type { Subject } from './sdui-cards.ts';
import type { Shown } from './shown.ts';

/** "· 1st", "· 2.", "· الثانية": how far the person is from the viewer. Both of two variants can stand in the document. */
const DEGREE = /^[·•]\s*\S/;

export function topCard({ card, name }: Subject): Partial<Shown> {
  const badges = all(card, '[role="button"],button').filter(
    (badge) => first(badge, 'figure,svg[id*="-accent"]') && text(badge, 'p'),
  );
  const company = badges.find((badge) => first(badge, 'svg[id^="company-accent"]'));
  const { headline, location } = headlineAndPlace(linesAfterName(card, name), badges.map(textOf));
  const photo = photoIn(card);
  const employer = company && text(company, 'p');
  return {
    ...(headline ? { headline } : {}),
    ...(location ? { location } : {}),
    ...(employer ? { company: employer } : {}),
    ...(photo ? { photoUrl: photo } : {}),
    ...givenPrefix(card, name),
    ...ownLinks(card),
  };
}

/** The paragraphs behind the name, up to the contact link (or what stands where it would); pronouns and degrees taken out. */
function linesAfterName(card: Element, name: string): string[] {
  const found: string[] = [];
  let isAfterName = false;
  for (const element of all(card, 'h1,h2,p')) {
    const line = textOf(element);
    if (isAfterName && first(element, 'a[href*="/overlay/contact-info"],a[href="#"]')) return withoutDegree(found);
    if (isAfterName && line && !element.closest('[role="button"],button')) found.push(line);
    isAfterName ||= line === name;
  }
  // Without a contact link the counts of connections follow; a place can then be told only by what stands before it.
  return withoutDegree([...found.slice(0, 6), '']);
}

/** The headline comes after the degree, pronouns before it: theirs may be any text. */
function withoutDegree(found: string[]): string[] {
  const degree = found.slice(0, 4).findLastIndex((line) => DEGREE.test(line));
  return found.slice(degree + 1).filter((line, at) => !DEGREE.test(line) && !(at === 0 && isPronouns(line)));
}

/** An empty last line says that the lines have no known end. */
function headlineAndPlace(lines: string[], badges: string[]): { headline?: string; location?: string } {
  const rest = [...lines];
  // "Company · School" repeats the badges; the last such line is the repetition, an equal headline stands before it.
  const repeats = new Set([...badges, badges.join(' · ')]);
  let location: string | undefined;
  if (rest.at(-1) !== '') {
    if (/^[·•]$/.test(rest.at(-1) ?? '')) rest.pop();
    location = rest.length > 1 || !badges.length ? rest.pop() : undefined;
  }
  const repetition = rest.findLastIndex((line, at) => at > 0 && repeats.has(line));
  if (lines.at(-1) === '' && repetition >= 0) location = rest[repetition + 1];
  const headline = rest.slice(0, repetition < 0 ? undefined : repetition)[0];
  return { ...(headline && headline !== '--' ? { headline } : {}), ...(location ? { location } : {}) };
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

/** A person can put one link of their own into the top card. */
function ownLinks(card: Element): Pick<Shown, 'contact'> {
  const links = all(card, 'p a[href^="http"]').flatMap((anchor) => website(anchor.getAttribute('href') ?? '') ?? []);
  return links.length > 0 ? { contact: { emails: [], phones: [], links } } : {};
}
