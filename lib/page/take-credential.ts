/** Taking over a credential that Greenhouse's page shows, on a click: from the page to the panel, which puts it into the vault. */
import * as z from 'zod/mini';

import { AppError } from '#lib/errors.ts';
import type { ShownCredential } from '#lib/in-page/shown-credential.ts';

import { isCredentialsPage } from './credentials-page.ts';
import { inject } from './inject.ts';
import { addressOf } from './read.ts';

const text = z.optional(z.string().check(z.maxLength(400)));
const shownSchema = z.strictObject({ clientId: text, secret: text });

/** Rejects with `page/moved` when the tab shows another page by now, and like `readTab`. */
export async function takeCredential(tabId: number): Promise<ShownCredential> {
  if (!isCredentialsPage(await addressOf(tabId))) throw new AppError('page/moved');
  const parsed = shownSchema.safeParse(await inject(tabId, '/shown-credential.js'));
  // No cause: it would hold the secret.
  if (!parsed.success) throw new AppError('page/failed');
  return parsed.data as ShownCredential;
}
