/** Who was contacted besides those who should be: every address arrives at our own server, so none can be missed. */

/** The browser's own, from before it looks at a flag; no part of ours can make it ask them. */
const BROWSERS_OWN = /^(?:accounts\.google\.com|update\.googleapis\.com|clients\d\.google\.com|[\w.-]+\.gvt1\.com)\//;

const addressOf = (url: URL): string => `${url.host}${url.pathname}`;

/** What the pages themselves name as pictures, styles, scripts and icons, and the pages. */
function expectedOf(pages: readonly { url: string; html: string }[]): Set<string> {
  const expected = new Set<string>();
  for (const { url, html } of pages) {
    expected.add(addressOf(new URL(url)));
    expected.add(`${new URL(url).host}/favicon.ico`);
    for (const [, tag = ''] of html.matchAll(/(<(?:img|link|script|source|iframe|video)\b[^>]*>)/gi)) {
      for (const [, named = ''] of tag.matchAll(/\b(?:src|href|srcset)=["']([^"'\s]+)/gi)) {
        const address = URL.parse(named.replaceAll('&amp;', '&'), url);
        if (address) expected.add(addressOf(address));
      }
    }
  }
  return expected;
}

/** Addresses that were asked for and that no opened page names. */
export function strangers(asked: readonly string[], opened: readonly { url: string; html: string }[]): string[] {
  const expected = expectedOf(opened);
  return [...new Set(asked)].filter((address) => !expected.has(address) && !BROWSERS_OWN.test(address));
}
