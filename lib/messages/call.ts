/** Asking another context by a row of the table. Rejects with an `AppError`, and with nothing else. */
import { browser } from '#lib/browser.ts';
import { AppError } from '#lib/errors.ts';

import { replySchema, VERSION } from './envelope.ts';
import { MESSAGES, type Answers, type Asks, type MessageName } from './table.ts';

/**
 * A rejection with `message/lost` means that nobody answered: what was asked may or may not have been done. A caller looks,
 * it does not ask again. `message/outdated` means that an update has left this page behind, and that nothing was done.
 */
export async function call<N extends MessageName>(name: N, body: Asks<N>): Promise<Answers<N>> {
  const reply = replySchema.safeParse(await post(name, body));
  if (!reply.success) throw new AppError('message/lost');
  if (!reply.data.ok) throw AppError.fromWire(reply.data.error);
  const value = MESSAGES[name].answers.safeParse(reply.data.value);
  if (!value.success) throw new AppError('bug', {}, value.error);
  return value.data as Answers<N>;
}

/** Telling whoever listens, if anybody does. */
export async function tell<N extends MessageName>(name: N, body: Asks<N>): Promise<void> {
  await post(name, body).catch(() => undefined);
}

async function post(name: MessageName, body: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage({ v: VERSION, name, body });
  } catch (cause) {
    // No receiver, or a channel closed by the death of the worker.
    throw new AppError(isCutOff(cause) ? 'message/outdated' : 'message/lost', {}, cause);
  }
}

/** Whether an update has taken the browser's interfaces from this copy: Chromium says so, and all of them lose our id. */
const isCutOff = (cause: unknown): boolean => browser.runtime?.id === undefined || /context invalidated/i.test(String(cause));
