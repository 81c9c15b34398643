import { all } from '../dom.ts';

/** The portrait in a person's own top card. Without one LinkedIn shows a drawing, and a saved page a file of its own: neither is kept. */
export const photoIn = (card: Element): string | undefined =>
  all(card, 'img')
    .map((image) => image.getAttribute('src') ?? '')
    .find((source) => /^https:\/\/media\.licdn\.com\/.*profile-displayphoto/.test(source));
