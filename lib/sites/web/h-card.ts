/** microformats2 h-card, and the classic vcard before it: the part of the grammar that personal pages use. */
import { all, textOf, tidy } from '../dom.ts';

/** Classic names of the properties, where they differ. */
const CLASSIC: Record<string, string> = { name: 'fn', 'job-title': 'title' };

export const CARDS = '.h-card, .vcard';
const ROOTS = '.h-card, .vcard, .h-entry, .hentry, .h-feed, .h-event, .h-cite, .h-item, .h-product';

export class Card {
  readonly element: Element;

  constructor(element: Element) {
    this.element = element;
  }

  /** Elements of a property that are this card's own and not those of a card inside it. */
  #elements(property: string): Element[] {
    const names = [`.p-${property}`, `.u-${property}`];
    if (this.element.classList.contains('vcard')) names.push(`.${CLASSIC[property] ?? property}`);
    return all(this.element, names.join(',')).filter((found) => found.parentElement?.closest(ROOTS) === this.element);
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

  /** Implied by the picture or the text when the card has no property at all that says it. */
  name(): string | undefined {
    const stated = this.text('name');
    if (stated) return stated;
    const parts = [this.text('given-name'), this.text('family-name')].filter(Boolean);
    if (parts.length > 0) return parts.join(' ');
    if (
      this.element.querySelector('[class^="p-"], [class*=" p-"], [class^="e-"], [class*=" e-"], .adr, .org, .email, .tel, .title')
    )
      return undefined;
    const image = this.element.matches('img, area') ? this.element : onlyChild(this.element, 'img[alt], area[alt]');
    return (
      tidy(image?.getAttribute('alt')) ||
      (this.element.matches('abbr[title]') ? tidy(this.element.getAttribute('title')) : '') ||
      textOf(this.element) ||
      undefined
    );
  }

  urls(): string[] {
    const stated = this.links('url');
    if (stated.length > 0) return stated;
    const anchor = this.element.matches('a[href]') ? this.element : onlyChild(this.element, 'a[href]');
    return anchor ? [anchor.getAttribute('href') ?? ''] : [];
  }

  photo(): string | undefined {
    const stated = this.#elements('photo').map(
      (element) => linkValue(element) ?? element.querySelector('img')?.getAttribute('src') ?? '',
    );
    return stated.find(Boolean) ?? onlyChild(this.element, 'img[src]')?.getAttribute('src') ?? undefined;
  }
}

/** The only element of its kind directly within, or one level deeper within an only child. */
function onlyChild(element: Element, selector: string): Element | undefined {
  for (const level of [element, element.children.length === 1 ? element.children[0]! : undefined]) {
    const found = level ? [...level.children].filter((child) => child.matches(selector) && !child.matches(ROOTS)) : [];
    if (found.length === 1) return found[0];
  }
  return undefined;
}

/** The value-class pattern first, then what the element itself stands for. */
function textValue(element: Element): string {
  const parts = all(element, '.value, .value-title');
  if (parts.length > 0 && !element.matches(CARDS))
    return tidy(parts.map((part) => (part.matches('.value-title') ? part.getAttribute('title') : ownText(part))).join(''));
  return ownText(element);
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
        : undefined;
  return (
    (attribute && element.getAttribute(attribute)) ||
    (element.matches('abbr[title]') ? (element.getAttribute('title') ?? undefined) : undefined)
  );
}
