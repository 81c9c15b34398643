/**
 * Sample pages under their real addresses: one HTTPS server that every host name is mapped to in the browser that a test (or
 * the demo) starts. It remembers which hosts were contacted, so that "nobody else was" can be asserted.
 */
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { certificate } from '../sandbox/certificate.ts';
import { caseUrl, nestAnchors } from './case-page.ts';

export interface SamplePage {
  url: string;
  html: string;
}

/** What a host says that is not a page put down in advance. */
export interface Said {
  type: string;
  body: string;
}

/** Asked about every address that no page was put at; `undefined` is "not found". */
export type Answerer = (url: URL) => Said | undefined;

export interface Pages {
  port: number;
  /** Every host and path that was asked for. */
  asked: string[];
  /** Puts a page at an address, for as long as the server runs. */
  put(page: SamplePage): void;
  close(): Promise<void>;
}

const CASES = join(import.meta.dirname, '../sites');

/** Every case of every site: `<site>/<case>` → page. */
export function casePages(): Map<string, SamplePage> {
  const found = new Map<string, SamplePage>();
  for (const file of globSync('*/*/page.html', { cwd: CASES }).toSorted()) {
    const html = readFileSync(join(CASES, file), 'utf8');
    found.set(dirname(file).replaceAll('\\', '/'), { url: caseUrl(html), html });
  }
  return found;
}

export function casePage(name: string): SamplePage {
  const page = casePages().get(name);
  if (!page) throw new Error(`There is no case ${name}`);
  return page;
}

/** Where a page is found again: by host and path, without the query and in any case of letters. */
const addressOf = (url: URL): string => `${url.host}${decodeURI(url.pathname)}`.toLowerCase().replace(/\/$/, '');

/** Anchors within anchors, which HTML source cannot say, are made by the page itself; see `case-page.ts`. */
const withNestedAnchors = (html: string): string =>
  html.includes('<x-a') ? `${html}<script>(${nestAnchors.toString()})(document)</script>` : html;

export async function servePages(pages: Iterable<SamplePage> = [], answer: Answerer = () => undefined): Promise<Pages> {
  const placed = new Map<string, string>();
  const put = ({ url, html }: SamplePage) => void placed.set(addressOf(new URL(url)), withNestedAnchors(html));
  for (const page of pages) put(page);
  const asked: string[] = [];
  const server = createServer(await certificate(), (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    asked.push(`${url.host}${url.pathname}`);
    const html = placed.get(addressOf(url));
    const said = html === undefined ? answer(url) : { type: 'text/html', body: html };
    response.writeHead(said ? 200 : 404, { 'content-type': `${said?.type ?? 'text/html'}; charset=utf-8` });
    response.end(said?.body ?? '<!doctype html><title>Not found</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    put,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
