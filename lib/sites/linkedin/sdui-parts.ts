/** What the rows of a server-driven section are made of; every paragraph is looked at once. */
import { all, first, textOf } from '../dom.ts';

/** Holds the whole text, clamped by style alone; "… more" is a button in it. */
const TEXT_BOX = '[data-testid="expandable-text-box"]';
/** What stands in these says nothing about a row. Apart, as in `sdui-cards.ts`. */
const ASIDE = ['button', '[role="button"]', TEXT_BOX];
/** Where the lines of an entry may lead: the employer, or the row itself on one's own profile. Media and skills lead elsewhere. */
const OWN_LINK = /\/(?:company|school|showcase)\/|\/search\/|\/details\/(?:experience|education|languages)/;

export interface Part {
  /** A rule, a logo, a line, or a description; by tag, except for the last. */
  kind: 'hr' | 'figure' | 'p' | 'box';
  element: Element;
  /** Of a line, and never empty there. */
  text: string;
}

/** Rules, logos, descriptions, and the lines that say what a row is, in the order of the page. */
export const partsOf = (root: Element): Part[] =>
  all(root, `hr,figure,p,${TEXT_BOX}`)
    .map((element): Part => {
      const kind = element.matches(TEXT_BOX) ? 'box' : (element.localName as Part['kind']);
      return { kind, element, text: kind === 'p' && isLine(element) ? textOf(element) : '' };
    })
    .filter(({ kind, text }) => kind !== 'p' || text);

/** Whether a paragraph says what a row is: no description, no skills line, no medium, no button. */
function isLine(paragraph: Element): boolean {
  const href = paragraph.closest('a')?.getAttribute('href');
  if ((href != null && !OWN_LINK.test(href)) || ASIDE.some((selector) => paragraph.closest(selector))) return false;
  if (paragraph.firstElementChild && first(paragraph, `${TEXT_BOX},a[href*="/overlay/"],svg[id^="skills"]`)) return false;
  const box = paragraph.parentElement;
  return !box || !first(box, 'svg[id^="skills"]') || all(box, 'p').length > 1;
}
