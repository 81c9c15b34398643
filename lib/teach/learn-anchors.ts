/** What an element can be found by on the pages of other people too. Runs inside the page, once, when something is taught. */
import { labelOf } from './apply.ts';
import { printed } from './texts.ts';
import { ATTRIBUTES, LABELS, NEVER, UNSAID } from './learn-words.ts';
import type { Known } from './personal.ts';
import type { Anchor } from './schema.ts';
import { ATTRIBUTE } from './vocabulary.ts';

export interface Landmark {
  anchor: Anchor;
  /** The less, the likelier it stays as it is through the next redesign. */
  doubt: number;
}

/** Ids that a page makes anew for each person, or each time it is drawn. */
const VOLATILE =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|AC[ow]AA[\w-]{34}|AEMAA[\w-]{34}|:r\w*:|(?:ember|radix-|mui-|react-)\d+|\d{3,}/g;
/** A run of letters and digits, as hashes are. */
const RUN = /[a-z\d]{6,}/gi;
const isHash = (run: string): boolean => /\d/.test(run) && /[a-z]/i.test(run);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An attribute's value as it would read on another person's page; `undefined` where nothing lasting is left of it. */
export function patternOf(value: string, { handle = '', ids }: Known): string | undefined {
  let pattern = value;
  if (handle) pattern = pattern.replace(new RegExp(escaped(handle), 'gi'), '{handle}');
  for (const id of ids) pattern = pattern.replaceAll(id, '{id}');
  pattern = pattern.replace(VOLATILE, '{id}').replace(RUN, (run) => (isHash(run) ? '{id}' : run));
  // Of several, what stands between the first and the last is left open as well.
  const [first, last] = [pattern.indexOf('{id}'), pattern.lastIndexOf('{id}')];
  if (last > first) pattern = pattern.slice(0, first) + pattern.slice(last);
  const lasting = pattern.replace(/\{\w+\}/g, '').replace(/[^a-z]/gi, '');
  return lasting.length < 3 && !pattern.includes('{handle}') ? undefined : pattern;
}

function attributeOf(
  element: Element,
  name: string,
  value: string,
  known: Known,
  isPersonal: (text: string) => boolean,
): Landmark | undefined {
  const tag = element.localName;
  const doubt = Object.entries(ATTRIBUTES).find(([start]) => name.startsWith(start))?.[1] ?? 3;
  if (name === 'href') {
    if (/^(?:mailto|tel|sms):/i.test(value))
      return { anchor: { attribute: name, is: `${value.split(':', 1)[0]}:{id}`, tag }, doubt: 1 };
    const path = URL.parse(value, 'https://same.invalid')?.pathname ?? '';
    const is = patternOf(path, known);
    // Where a link leads is somebody's own, unless it leads to a part of the very profile.
    return is && /\{handle\}.*[a-z]{3}/.test(is) && !isPersonal(is.replace('{handle}', ''))
      ? { anchor: { attribute: name, is, tag }, doubt }
      : undefined;
  }
  const isWord = value.length <= 120 && /^[\w.:/{}()-]+$/u.test(value);
  const is = isWord ? patternOf(value, known) : undefined;
  if (is && is.length <= 120 && !isPersonal(is.replace('{handle}', ''))) return { anchor: { attribute: name, is, tag }, doubt };
  // Its name alone says enough, where somebody has named it for what it holds.
  return /^data-(?!v-)[a-z]{2,}(?:-[a-z]+)+$/.test(name) && !isPersonal(name)
    ? { anchor: { attribute: name, tag }, doubt: doubt + 1 }
    : undefined;
}

/** A label of the site's own: marked up as one, ending as one, or one of the words that pages use. */
function labelled(element: Element, isPersonal: (text: string) => boolean): Landmark | undefined {
  const text = printed(element);
  if (text === '' || text.length > 40 || /[\d@]/.test(text) || element.querySelector('dt,th,label,legend,h1,h2,h3,h4'))
    return undefined;
  const label = labelOf(text);
  const isOne = LABELS.has(label) || UNSAID.has(element.localName) || /[:：]$/.test(text);
  return isOne && label !== '' && !isPersonal(label) ? { anchor: { label }, doubt: LABELS.has(label) ? 1.5 : 2.5 } : undefined;
}

/** Every way to find this element elsewhere. */
export function landmarksOf(element: Element, known: Known, isPersonal: (text: string) => boolean): Landmark[] {
  const found = [...element.attributes]
    .filter(({ name }) => ATTRIBUTE.test(name) && !NEVER.test(name))
    .flatMap(({ name, value }) => attributeOf(element, name, value.trim(), known, isPersonal) ?? []);
  const label = labelled(element, isPersonal);
  if (label) found.push(label);
  if (known.name && labelOf(printed(element)) === labelOf(known.name)) found.push({ anchor: { name: true }, doubt: 0.5 });
  return found;
}
