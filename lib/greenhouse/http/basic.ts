/** HTTP Basic: the auth host of Harvest is asked by it, and the whole of Candidate Ingestion. */

/** Base64 of the UTF-8 bytes: `btoa` alone throws on anything beyond Latin-1. */
export const basic = (user: string, password: string): string =>
  `Basic ${btoa(String.fromCodePoint(...new TextEncoder().encode(`${user}:${password}`)))}`;
