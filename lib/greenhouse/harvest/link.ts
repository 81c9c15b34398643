/** The `Link` header, which is all that paging has (harvest-api reference, section 4.2). */

/** `<address>; name=value; name="value"`, of which a header may hold several. */
const LINK = /<([^>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i;

/**
 * The cursor of the next page.
 * @param asked the address that was answered; a link to any other host or path is not followed.
 * @returns nothing on the last page.
 * @throws TypeError for a next link that leads elsewhere or has no cursor.
 */
export function nextCursor(link: string | null, asked: string): string | undefined {
  for (const [, address = '', parameters = ''] of (link ?? '').matchAll(LINK)) {
    const rel = REL.exec(parameters);
    if (!(rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) continue;
    const here = new URL(asked);
    const next = new URL(address, here);
    const cursor = next.searchParams.get('cursor');
    if (next.origin !== here.origin || next.pathname !== here.pathname || !cursor)
      throw new TypeError('next page leads elsewhere');
    return cursor;
  }
  return undefined;
}
