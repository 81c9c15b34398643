/** Somebody else at work in Greenhouse itself, while the extension looks on. */
import type { Page } from '@playwright/test';

import type { Sandbox } from '../sandbox/server.ts';

/** A Site Admin of the sandbox, who may do everything. */
const SITE_ADMIN = 4001;

/** A write of Harvest v3, sent from a page of ours, which alone reaches the sandbox by Greenhouse's names. Answers the record. */
export function inGreenhouse(
  page: Page,
  { clientId, clientSecret }: Sandbox,
  method: string,
  path: string,
  body?: object,
): Promise<{ id: number }> {
  const authorization = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  return page.evaluate(
    async ([authorization, sub, method, path, body]) => {
      const ask = async (url: string, init: RequestInit) => (await globalThis.fetch(url, init)).json();
      const form = new URLSearchParams({ grant_type: 'client_credentials', sub: String(sub) });
      const { access_token: token } = await ask('https://auth.greenhouse.io/token', {
        method: 'POST',
        headers: { authorization },
        body: form,
      });
      const answer = await ask(`https://harvest.greenhouse.io/v3/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (answer.errors) throw new Error(JSON.stringify(answer));
      return answer.candidate ?? answer;
    },
    [authorization, SITE_ADMIN, method, path, body] as const,
  );
}
