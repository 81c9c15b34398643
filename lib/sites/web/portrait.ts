/** A picture of the page's person that nothing marks as one for machines. */
import { all } from '../dom.ts';
import { othersOn } from './identities.ts';
import { isOnePerson, mayBeName } from './name-shape.ts';

/** How themes call it (Hugo Blox, Quarto, al-folio, Minimal Mistakes; seen 2019 to 2026). */
const CALLED = 'img[class*="avatar"], img.about-image, .profile img, .author__avatar img, img[class*="portrait"]';

/**
 * @param areas the parts of the page that are about the person; the whole of a site of one's own.
 * @returns the address as it is written, of the only picture that is called as the person is, or as portraits are.
 */
export function portraitIn(document: Document, areas: readonly Element[], name: string): string | undefined {
  const others = othersOn(document);
  const pictures = areas.flatMap((area) => all(area, 'img[src]')).filter((picture) => !picture.closest(others));
  const alt = (picture: Element): string => picture.getAttribute('alt') ?? '';
  const named = pictures.filter((picture) => mayBeName(alt(picture)) && isOnePerson(alt(picture), name));
  // A picture with another name in its text is another person's.
  const called = pictures.filter((picture) => picture.matches(CALLED) && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(alt(picture)));
  const found = new Set([named, called].find((some) => some.length > 0)?.map((picture) => picture.getAttribute('src') ?? ''));
  const [only] = found.size === 1 ? [...found] : [];
  return only?.startsWith('data:') ? undefined : only;
}
