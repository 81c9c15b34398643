import { all, textOf } from '../dom.ts';

/**
 * The portrait in a person's own top card: it stands before the name, those of mutual connections behind it. Without one LinkedIn
 * shows a drawing, and a saved page a file of its own: neither is kept.
 */
export function photoIn(card: Element, name: string): string | undefined {
  for (const element of all(card, 'img,h1,h2,p,li')) {
    const source = element.getAttribute('src') ?? '';
    if (/^https:\/\/media\.licdn\.com\/.*profile-displayphoto/.test(source)) return source;
    if (element.tagName !== 'IMG' && textOf(element) === name) return undefined;
  }
  return undefined;
}
