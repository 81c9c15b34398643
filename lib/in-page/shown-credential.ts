/**
 * A client id and a secret that Greenhouse shows on its credentials page, found by their labels: the page's structure is not
 * published, so none is assumed. Runs on a click of the person who sees them, answers them to the panel and keeps nothing.
 */
export interface ShownCredential {
  clientId?: string;
  secret?: string;
}

/** A client id ends in a number (reference, section 2.1). */
const CLIENT_ID = /^[\w.-]{6,200}-\d+$/;
/** One unbroken run of what secrets are made of. */
const SECRET = /^[\w.~+/=-]{16,400}$/;
/** A secret that is hidden is shown as dots or stars; taken over it would be refused. */
const MASKED = /^(.)\1+$|[•●∙*]{3,}/;

const ID_LABEL = /^client[\s_-]*(?:id|key|identifier)\b/i;
const SECRET_LABEL = /^(?:client[\s_-]*)?secret(?:[\s_-]*key)?\b/i;
/** A label is a word or two; a sentence that speaks of secrets is none. */
const LONGEST_LABEL = 40;
/** How far a value may stand from its label, in steps up the tree. */
const REACH = 4;

const lineOf = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What stands in an element and in no element inside it. */
const ownText = (element: Element): string =>
  lineOf(
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent)
      .join(' '),
  );

/** A field's content is no text of the page. */
const contentOf = (element: Element): string =>
  'value' in element && typeof element.value === 'string' ? element.value.trim() : ownText(element);

/** Everything that could be a label: its own words, or those that it says to those who cannot see it. */
const saysLabel = (element: Element, label: RegExp): boolean =>
  [ownText(element), lineOf(element.getAttribute('aria-label')), lineOf(element.getAttribute('placeholder'))].some(
    (said) => said.length <= LONGEST_LABEL && label.test(said),
  );

/** `Client ID: abc-123` in one element. */
function besideLabel(element: Element, label: RegExp, shape: RegExp): string | undefined {
  const said = ownText(element);
  if (!label.test(said)) return undefined;
  const value = said.replace(label, '').replace(/^\s*[:=–]?\s*/, '');
  return fits(value, shape) ? value : undefined;
}

const fits = (value: string, shape: RegExp): boolean => shape.test(value) && !MASKED.test(value);

/** The values that belong to a label: in it, in the field that it names, or the nearest after it. */
function valuesOf(element: Element, label: RegExp, shape: RegExp): string[] {
  const inside = besideLabel(element, label, shape) ?? contentOf(element);
  if (fits(inside, shape)) return [inside];
  const named = element.getAttribute('for');
  const field = named === null ? null : element.ownerDocument.getElementById(named);
  if (field && fits(contentOf(field), shape)) return [contentOf(field)];
  let around: Element | null = element;
  for (let step = 0; step < REACH && around; step += 1) {
    around = around.parentElement;
    const found = [...(around?.querySelectorAll('*') ?? [])]
      .filter((other) => follows(other, element))
      .map(contentOf)
      .filter((value) => fits(value, shape));
    if (found.length > 0) return found.slice(0, 1);
  }
  return [];
}

const follows = (other: Element, label: Element): boolean => (label.compareDocumentPosition(other) & 4) !== 0;

function shown(document: Document, label: RegExp, shape: RegExp): string[] {
  const found = [...document.querySelectorAll('body *')]
    .filter((element) => saysLabel(element, label) || besideLabel(element, label, shape) !== undefined)
    .flatMap((element) => valuesOf(element, label, shape));
  return [...new Set(found)];
}

/** Only what is certain: of two secrets, or of two ids beside one secret, nobody can tell which is meant. */
export function shownCredential(document: Document): ShownCredential {
  const secrets = shown(document, SECRET_LABEL, SECRET);
  const ids = shown(document, ID_LABEL, CLIENT_ID).filter((id) => !secrets.includes(id));
  const [clientId] = ids;
  const [secret] = secrets;
  return {
    ...(clientId !== undefined && ids.length === 1 ? { clientId } : {}),
    ...(secret !== undefined && secrets.length === 1 ? { secret } : {}),
  };
}
