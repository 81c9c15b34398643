/** Answering by the table: is the sender who the row says, does the body parse, then act. Any no is a refusal. */
import { browser, type Browser } from '#lib/browser.ts';
import { AppError } from '#lib/errors.ts';

import { envelopeSchema, isOutdated, type Reply } from './envelope.ts';
import { isFrom } from './sender.ts';
import { isMessageName, MESSAGES, type Answers, type Asks, type MessageName } from './table.ts';
import { take } from './take.ts';

type Sender = Browser.runtime.MessageSender;

/** The rows that a context answers. */
export type NamesTo<C extends 'worker' | 'extension'> = {
  [N in MessageName]: (typeof MESSAGES)[N]['to'] extends C ? N : never;
}[MessageName];

export type Handlers<C extends 'worker' | 'extension'> = {
  [N in NamesTo<C>]: (body: Asks<N>, sender: Sender) => Promise<Answers<N>> | Answers<N>;
};

/**
 * Starts answering; returns how to stop. Call it in the first turn of a context. One listener per context, a plain function
 * that says `true` only for rows it serves: an async one would answer every message of every other listener too.
 */
export function serve<C extends 'worker' | 'extension'>(
  context: C,
  handlers: Handlers<C>,
  refused: (name: string) => void,
  /** Told of every piece of work that an answer waits for. */
  started: (work: Promise<unknown>, name: MessageName) => void = () => undefined,
): () => void {
  const listener = (message: unknown, sender: Sender, answer: (reply: Reply) => void): true | undefined => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success) {
      // A page of ours that an update has left behind; a silence would be taken for a worker that died.
      if (context !== 'worker' || !isOutdated(message) || !isFrom('extension', sender)) return undefined;
      answer({ ok: false, error: { code: 'message/outdated' } });
      return true;
    }
    const { name, body } = envelope.data;
    if (!isMessageName(name) || MESSAGES[name].to !== context) return undefined;
    const handle = handlers[name as NamesTo<C>] as (body: unknown, sender: Sender) => unknown;
    const taken = isFrom(MESSAGES[name].from, sender) ? take(MESSAGES[name].asks, body) : undefined;
    if (!taken) {
      refused(name);
      answer({ ok: false, error: { code: 'message/refused' } });
      return true;
    }
    // In this very turn: after a wait the browser no longer believes in the click behind the message, and opens no panel.
    const work = new Promise((done) => done(handle(taken.body, sender)));
    started(work, name);
    work
      .then((value) => answer({ ok: true, value }))
      .catch((thrown: unknown) => answer({ ok: false, error: AppError.from(thrown).toWire() }));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
