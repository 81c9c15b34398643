/** microformats2 h-card by its parsing rules, and the classic vcard before it: what a card says of its person. */
import { all, textOf, tidy } from '../dom.ts';

/** Classic names of the properties, where they differ. */
const CLASSIC: Record<string, string> = { name: 'fn', 'job-title': 'title' };

export const CARDS = '.h-card, .vcard';
/** Named one by one: style sheets have an `h-full` and an `h-4` too. Addresses and places are parts of their card. */
const ROOTS = `${CARDS}, .h-entry, .hentry, .h-feed, .h-event, .vevent, .h-cite, .h-item, .h-product, .h-org, .h-review, .hreview`;
/** `p-org` and `e-note`; `p-4` and `p-md-2` are paddings. */
const PROPERTY = /(?:^|\s)[pe]-[a-z]+(?:-[a-z]+)*(?=\s|$)/;

/** More elements of one property than any card has. */
const MOST = 2000;
const ADDRESS = ['locality', 'region', 'country-name'];

export class Card {
  readonly element: Element;
  /** Classic cards state everything; only h-card implies what goes without saying. */
  readonly #implies: boolean;

  constructor(element: Element) {
    this.element = element;
    this.#implies = element.classList.contains('h-card');
  }

  /** Elements of a property that are this card's own and not those of a card inside it. */
  #elements(property: string): Element[] {
    const names = [`.p-${property}`, `.u-${property}`];
    if (this.element.classList.contains('vcard')) names.push(`.${CLASSIC[property] ?? property}`);
    return all(this.element, names.join(','))
      .slice(0, MOST)
      .filter((found) => found.parentElement?.closest(ROOTS) === this.element);
  }

  texts(property: string): string[] {
    return this.#elements(property).map(textValue).filter(Boolean);
  }

  text(property: string): string | undefined {
    return this.texts(property)[0];
  }

  links(property: string): string[] {
    return this.#elements(property)
      .map((element) => linkValue(element) ?? textValue(element))
      .filter(Boolean);
  }

  /** A company is a card in the card, or plain text. */
  organisation(): string | undefined {
    for (const element of this.#elements('org')) {
      const inner = element.matches(CARDS) ? new Card(element).name() : undefined;
      const classic = element.querySelector('.organization-name');
      const name = inner ?? (classic ? textValue(classic) : textValue(element));
      if (name) return name;
    }
    return undefined;
  }

  /** City, region and country of one address: of the first, where the card has several. */
  address(): string[] {
    const address = all(this.element, '.adr, .p-adr, .h-adr').find((found) => found.closest(ROOTS) === this.element);
    if (!address) return ADDRESS.map((part) => this.text(part) ?? '');
    return ADDRESS.map((part) => textOf(address.querySelector(`.p-${part}, .${part}`) ?? undefined));
  }

  name(): string | undefined {
    const stated = this.text('name');
    if (stated) return stated;
    const parts = [this.text('given-name'), this.text('family-name')].filter(Boolean);
    return parts.length > 0 ? parts.join(' ') : this.#impliedName();
  }

  /** Of a card that says nothing in words but its name: the words of its picture, else its text. */
  #impliedName(): string | undefined {
    const { element } = this;
    if (!this.#implies || element.querySelector(ROOTS)) return undefined;
    if (all(element, '[class]').some((inner) => PROPERTY.test(inner.getAttribute('class') ?? ''))) return undefined;
    const pictured = this.#itself('img[alt], area[alt], abbr[title]') ?? this.#only('img[alt]', 'area[alt]', 'abbr[title]');
    return tidy(pictured?.getAttribute(pictured.matches('abbr') ? 'title' : 'alt')) || textOf(element) || undefined;
  }

  urls(): string[] {
    const stated = this.links('url');
    if (stated.length > 0 || !this.#implies) return stated;
    const anchor = this.#itself('a[href], area[href]') ?? this.#only('a[href]', 'area[href]');
    return anchor ? [anchor.getAttribute('href') ?? ''] : [];
  }

  photo(): string | undefined {
    const stated = this.#elements('photo').map((element) => linkValue(element) ?? firstPicture(element) ?? '');
    if (stated.some(Boolean) || !this.#implies) return stated.find(Boolean);
    const picture = this.#itself('img[src], object[data]') ?? this.#only('img[src]', 'object[data]');
    return picture && linkValue(picture);
  }

  #itself(selector: string): Element | undefined {
    return this.element.matches(selector) ? this.element : undefined;
  }

  /** The only element of its kind directly within, or one level deeper within an only child; kinds in the order of preference. */
  #only(...kinds: string[]): Element | undefined {
    const child = this.element.children.length === 1 ? this.element.children[0]! : undefined;
    for (const level of [this.element, child && !child.matches(ROOTS) ? child : undefined]) {
      for (const kind of level ? kinds : []) {
        const [found, another] = [...level!.children].filter((inner) => inner.matches(kind));
        if (found && !another && !found.matches(ROOTS)) return found;
      }
    }
    return undefined;
  }
}

const firstPicture = (element: Element): string | null | undefined => element.querySelector('img')?.getAttribute('src');

/** The value-class pattern first, then what the element itself stands for. */
function textValue(element: Element): string {
  const parts = element.matches(CARDS) ? [] : all(element, '.value, .value-title');
  if (parts.length === 0) return ownText(element);
  return parts.map((part) => (part.matches('.value-title') ? tidy(part.getAttribute('title')) : ownText(part))).join(' ');
}

function ownText(element: Element): string {
  const stated = element.matches('abbr, link')
    ? element.getAttribute('title')
    : element.matches('data, input')
      ? element.getAttribute('value')
      : element.matches('img, area')
        ? element.getAttribute('alt')
        : null;
  return stated === null ? textOf(element) : tidy(stated);
}

function linkValue(element: Element): string | undefined {
  const attribute = element.matches('a, area, link')
    ? 'href'
    : element.matches('img, source, video, audio')
      ? 'src'
      : element.matches('object')
        ? 'data'
        : 'title';
  // Of any other element it may be in an abbreviation's title, or in the marked value.
  if (attribute !== 'title' || element.matches('abbr')) return element.getAttribute(attribute) ?? undefined;
  return element.querySelector('a.value[href]')?.getAttribute('href') ?? undefined;
}
