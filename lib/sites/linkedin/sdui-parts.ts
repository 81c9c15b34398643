/** What the rows of a server-driven section are made of, found in one walk through the section. */
import { all, textOf } from '../dom.ts';

/** Holds the whole text, clamped by style alone; "… more" is a button in it. */
const TEXT_BOX = 'expandable-text-box';
/** The key of an entry: one employer or school. */
const ITEM = 'entity-collection-item';
const ASIDE = `[data-testid="${TEXT_BOX}"],button,[role="button"]`;
const WALKED = `hr,figure,p,a,li,svg[id^="skills"],[componentkey^="${ITEM}"],${ASIDE}`;
/** Where the lines of an entry may lead: the employer, or the row itself on one's own profile. Media and skills lead elsewhere. */
const OWN_LINK = /\/(?:company|school|showcase)\/|\/search\/|\/details\/(?:experience|education|languages)/;

export interface Part {
  kind: 'line' | 'logo' | 'rule' | 'description';
  element: Element;
  /** Of a line, and never empty there. */
  text: string;
  /** The innermost list item around it. */
  listItem: Element | undefined;
  /** The outermost element with the key of an entry around it. */
  item: Element | undefined;
}

/** Where in the section the walk is. */
interface Place {
  element: Element;
  outer: Place | undefined;
  listItem: Element | undefined;
  item: Element | undefined;
  /** In a button or in a description. */
  isAside: boolean;
  leadsElsewhere: boolean;
}

/** Rules, logos, descriptions, and the lines that say what a row is: no description, no skills line, no medium, no button. */
export function partsOf(section: Element): Part[] {
  const parts: Part[] = [];
  /** Paragraphs that turn out to be no lines by what is in them or beside them. */
  const others = new Set<Element>();
  let place: Place = {
    element: section,
    outer: undefined,
    listItem: undefined,
    item: undefined,
    isAside: section.closest(ASIDE) !== null,
    leadsElsewhere: leadsElsewhere(section.closest('a')),
  };
  for (const element of all(section, WALKED)) {
    while (place.outer && !place.element.contains(element)) place = place.outer;
    const tag = element.localName;
    const isBox = element.getAttribute('data-testid') === TEXT_BOX;
    place = placeAt(element, tag, isBox, place);
    const kind = isBox ? 'description' : kindOf(tag, place);
    if (kind) parts.push({ kind, element, text: '', listItem: place.listItem, item: place.item });
    if (isBox || tag === 'svg' || (tag === 'a' && element.getAttribute('href')?.includes('/overlay/'))) {
      for (let around = place.outer; around; around = around.outer) others.add(around.element);
    }
    if (tag === 'svg') labelsOf(element, section).forEach((label) => others.add(label));
  }
  return parts.filter((part) => {
    if (part.kind !== 'line') return true;
    if (!others.has(part.element)) part.text = textOf(part.element);
    return part.text !== '';
  });
}

function placeAt(element: Element, tag: string, isBox: boolean, outer: Place): Place {
  return {
    element,
    outer,
    listItem: tag === 'li' ? element : outer.listItem,
    item: outer.item ?? (element.getAttribute('componentkey')?.startsWith(ITEM) ? element : undefined),
    isAside: outer.isAside || isBox || tag === 'button' || element.getAttribute('role') === 'button',
    leadsElsewhere: tag === 'a' ? leadsElsewhere(element) : outer.leadsElsewhere,
  };
}

function kindOf(tag: string, place: Place): Part['kind'] | undefined {
  if (tag === 'hr') return 'rule';
  if (tag === 'figure') return 'logo';
  return tag === 'p' && !place.isAside && !place.leadsElsewhere ? 'line' : undefined;
}

const leadsElsewhere = (anchor: Element | null): boolean => {
  const href = anchor?.getAttribute('href');
  return href != null && !OWN_LINK.test(href);
};

/** A paragraph that stands alone beside an icon says what the icon stands for. */
function labelsOf(icon: Element, section: Element): Element[] {
  for (let box = icon.parentElement; box && section.contains(box); box = box.parentElement) {
    const [paragraph, another] = all(box, 'p');
    if (another) return [];
    if (paragraph?.parentElement === box) return [paragraph];
  }
  return [];
}
