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
    place = placeAt(element, place);
    const kind = kindOf(element, place);
    if (kind) parts.push({ kind, element, text: '', listItem: place.listItem, item: place.item });
    if (kind === 'description' || isSkillsIcon(element) || isOverlay(element)) {
      for (let around = place.outer; around; around = around.outer) others.add(around.element);
    }
    if (isSkillsIcon(element)) labelsOf(element, section).forEach((label) => others.add(label));
  }
  return parts.filter((part) => {
    if (part.kind !== 'line') return true;
    if (!others.has(part.element)) part.text = textOf(part.element);
    return part.text !== '';
  });
}

function placeAt(element: Element, outer: Place): Place {
  const { localName } = element;
  const isItem = element.getAttribute('componentkey')?.startsWith(ITEM);
  return {
    element,
    outer,
    listItem: localName === 'li' ? element : outer.listItem,
    item: outer.item ?? (isItem ? element : undefined),
    isAside: outer.isAside || localName === 'button' || element.getAttribute('role') === 'button' || isTextBox(element),
    leadsElsewhere: localName === 'a' ? leadsElsewhere(element) : outer.leadsElsewhere,
  };
}

function kindOf(element: Element, { isAside, leadsElsewhere }: Place): Part['kind'] | undefined {
  if (isTextBox(element)) return 'description';
  if (element.localName === 'hr') return 'rule';
  if (element.localName === 'figure') return 'logo';
  return element.localName === 'p' && !isAside && !leadsElsewhere ? 'line' : undefined;
}

const isTextBox = (element: Element): boolean => element.getAttribute('data-testid') === TEXT_BOX;
const isSkillsIcon = (element: Element): boolean => element.localName === 'svg';
const isOverlay = (element: Element): boolean =>
  element.localName === 'a' && element.getAttribute('href')?.includes('/overlay/') === true;

const leadsElsewhere = (anchor: Element | null): boolean => {
  const href = anchor?.getAttribute('href');
  return href != null && !OWN_LINK.test(href);
};

/** The paragraph that stands alone beside an icon says what the icon stands for. */
function labelsOf(icon: Element, section: Element): Element[] {
  for (let box = icon.parentElement; box && section.contains(box); box = box.parentElement) {
    const [paragraph, another] = all(box, 'p');
    if (another) return [];
    if (paragraph?.parentElement === box) return [paragraph];
  }
  return [];
}
