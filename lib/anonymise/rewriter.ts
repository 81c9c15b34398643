/** The ways to say something on a page, each with how it is replaced. They call one another: an address may hold JSON, JSON an address. */
import type { Dictionary } from './dictionary.ts';

export interface Rewriter {
  dictionary: Dictionary;
  /** What people read. @param everyDigit short numbers as well: they are parts of a long one. */
  text(original: string, everyDigit?: boolean): string;
  /** Names of classes, components, keys: words of markup stay. */
  markup(original: string): string;
  /** Any address, absolute or relative, or `mailto:`, `tel:`, `data:` … */
  address(original: string): string;
  /** One that stands among what people read. */
  shown(original: string): string;
  /** JSON, also broken or assigned to something, value by value. */
  data(original: string): string;
  /** Something that may be any of these. */
  value(original: string): string;
}
