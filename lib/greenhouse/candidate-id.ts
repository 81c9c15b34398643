/** The number of a candidate, as recruiters pass it on: by itself, or in the address of one of Greenhouse's pages about them. */

export const isGreenhouse = (text: string): boolean => /^(?:https?:\/\/)?(?:[\w-]+\.)*greenhouse\.io(?:\/|$)/i.test(text);

export function candidateIdIn(typed: string): number | undefined {
  const text = typed.trim();
  const id = Number(/^#?(\d{1,12})$/.exec(text)?.[1] ?? (isGreenhouse(text) ? inAddress(text) : undefined));
  return id > 0 ? id : undefined;
}

const inAddress = (text: string): string | undefined =>
  (/\/(?:people|sdash|candidates)\/(\d{1,12})(?:[/?#]|$)/i.exec(text) ??
    /[?&](?:person|candidate)_id=(\d{1,12})(?:&|#|$)/i.exec(text))?.[1];
