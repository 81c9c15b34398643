/** Connecting as a recruiter does: by typing into the options page and pressing Connect. */
import type { Page } from '@playwright/test';

import type { Sandbox } from '../sandbox/server.ts';

export interface Credential {
  clientId: string;
  clientSecret: string;
  email: string;
}

export const credentialOf = ({ clientId, clientSecret, user }: Sandbox): Credential => ({
  clientId,
  clientSecret,
  email: user.email ?? '',
});

export async function typeCredential(options: Page, { clientId, clientSecret, email }: Credential): Promise<void> {
  await options.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
  await options.getByRole('textbox', { name: 'Client secret' }).fill(clientSecret);
  await options.getByRole('textbox', { name: 'Acting user email' }).fill(email);
  await options.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Resolves once the page says that it is connected; rejects with what it says instead. */
export async function connect(options: Page, credential: Credential): Promise<void> {
  await typeCredential(options, credential);
  const status = options.getByRole('status', { name: 'Connection' }).filter({ hasText: /^Connected/ });
  try {
    await status.waitFor({ timeout: 20_000 });
  } catch (cause) {
    const said = await options.getByRole('alert').allInnerTexts();
    throw new Error(`The options page does not say that it is connected. It says: ${said.join(' ') || 'nothing'}`, { cause });
  }
}
