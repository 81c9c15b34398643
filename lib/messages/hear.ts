/** Listening to what the worker tells every page of ours. Answers nothing: whoever answers is one, and several may listen. */
import { browser, type Browser } from '#lib/browser.ts';

import { envelopeSchema } from './envelope.ts';
import type { NamesTo } from './serve.ts';
import { isFrom } from './sender.ts';
import { MESSAGES, type Asks } from './table.ts';
import { take } from './take.ts';

/** Returns how to stop. */
export function hear<N extends NamesTo<'extension'>>(name: N, heard: (body: Asks<N>) => void): () => void {
  const { from, asks } = MESSAGES[name];
  const listener = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success || envelope.data.name !== name || !isFrom(from, sender)) return;
    const taken = take(asks, envelope.data.body);
    if (taken) heard(taken.body as Asks<N>);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
