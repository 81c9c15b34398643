/** What this machine knows of somebody by itself: asked before they are on show, so that they never stand there without it. */
import type { FindRequest, Verdict } from '#lib/identity/schema.ts';

import type { PanelPorts } from './ports.ts';

export interface AtHand {
  /** By the address alone, while its page is still being read; what was said of other pages is forgotten. */
  expect(address: string | undefined): Promise<void>;
  /** The latest answer about this person, by these keys or by others. */
  of(keys: FindRequest): Verdict | undefined;
  /** By all that the page says, once for the same keys; `undefined` where this machine could not tell. Never rejects. */
  ask(keys: FindRequest): Promise<Verdict | undefined>;
  forget(): void;
}

export function createAtHand({ greenhouse }: Pick<PanelPorts, 'greenhouse'>): AtHand {
  let answers: { externalIds: string[]; verdict: Verdict }[] = [];
  let last: { keys: string; answer: Promise<Verdict | undefined> } | undefined;
  /** Counts up when all is forgotten: an answer that was on its way is too late. */
  let turn = 0;

  async function send(keys: FindRequest): Promise<Verdict | undefined> {
    const mine = turn;
    // Greenhouse answers where this machine cannot: no reason to trouble anybody.
    const verdict = await greenhouse.known(keys).catch(() => undefined);
    if (verdict && mine === turn) answers.unshift({ externalIds: keys.externalIds, verdict });
    return verdict;
  }

  function ask(keys: FindRequest): Promise<Verdict | undefined> {
    const text = JSON.stringify(keys);
    if (last?.keys !== text) last = { keys: text, answer: send(keys) };
    return last.answer;
  }

  function forget() {
    turn += 1;
    answers = [];
    last = undefined;
  }

  return {
    async expect(address) {
      forget();
      const mine = turn;
      if (address === undefined) return;
      const { referenceOf } = await import('#lib/sites/references.ts');
      const reference = referenceOf(address);
      // Too late: the page itself has told more.
      if (!reference || mine !== turn || last) return;
      await ask({ externalIds: [`${reference.site}:${reference.handle}`], emails: [], urls: [reference.url] });
    },
    of: ({ externalIds }) => answers.find((answer) => answer.externalIds.some((id) => externalIds.includes(id)))?.verdict,
    ask,
    forget,
  };
}
