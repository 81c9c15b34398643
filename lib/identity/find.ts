/**
 * The ladder: is this person in Greenhouse already? What the recruiter said and what this machine knows come first, then Greenhouse by
 * external id and by each email, until somebody is proved to be them. Whoever this machine claims is read from Greenhouse before
 * they are shown, and what agrees is worked out anew: where nothing does any more, the index is put right. The answer always says why.
 */
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { isAnonymised, keysHeld, nameAgrees } from './agree.ts';
import { atHand, holders, namesakes, type AtHand } from './at-hand.ts';
import { blindSpotsOf } from './blind.ts';
import { decide, type Decided, type Evidence } from './decide.ts';
import { withIdAlone } from './find-locally.ts';
import { byExternalIds } from './find-by-external-ids.ts';
import type { Finder } from './finder.ts';
import type { Key } from './keys.ts';
import { keysIn } from './keys-in.ts';
import { mend } from './mend.ts';
import type { BlindSpot, FindRequest, Verdict } from './schema.ts';

/** Rejects with a `greenhouse/` error when Greenhouse could not be asked: "new" is never said for want of an answer. */
export async function find(finder: Finder, request: FindRequest): Promise<Verdict> {
  const { people, status } = await atHand(finder, [request]);
  const looking = new Looking(finder, people[0]!);
  const blind = new Set<BlindSpot>(blindSpotsOf(status, looking.atHand.found?.damaged ?? false, finder.now()));
  const checked: Verdict['checked'] = ['export', ...(looking.atHand.found ? (['index'] as const) : [])];
  const answer = async (): Promise<Verdict> => {
    const { kind, matches, notThem } = looking.decided();
    await looking.putRight(kind === 'known');
    if (looking.lost.length > 0 && kind !== 'known') blind.add('not-shown');
    return {
      kind,
      matches,
      checked,
      checkedAt: finder.now(),
      ...(blind.size > 0 ? { blind: [...blind] } : {}),
      ...(status ? { index: status } : {}),
      ...(notThem.length > 0 ? { notThem } : {}),
    };
  };

  await looking.readClaimed();
  // That nobody else has a key is known from the whole index alone; our own word needs none.
  const isProof = blind.size === 0 || looking.hasWord();
  if (isProof && looking.decided().settled) return answer();
  if (!finder.greenhouse.can.findsPeople) {
    looking.addMade();
    return answer();
  }

  const ids = request.externalIds.length > 0 ? await byExternalIds(finder, request.externalIds) : [];
  if (ids) looking.add(ids);
  else blind.add('no-external-ids');
  if (ids && request.externalIds.length > 0) checked.push('external-id');
  if ((isProof || ids?.length) && looking.decided().settled) return answer();

  const emails = [...new Set(request.emails.map((email) => email.trim().toLowerCase()))].filter(Boolean);
  if (emails.length > 0) checked.push('email');
  const found = await Promise.all(emails.map(async (email) => ({ email, holders: await finder.greenhouse.findByEmail(email) })));
  for (const { email, holders } of found) looking.add(holders, keysIn({ emails: [email] }));
  looking.addMade();
  return answer();
}

const unread = (candidateId: number): KnownPerson => ({ ...withIdAlone(candidateId), unread: true });
/** Made by us so lately that no list need show them yet. */
const unlisted = (candidateId: number): KnownPerson => ({ ...unread(candidateId), fresh: true });

/** One search: whom it has met so far, and what speaks for each. */
class Looking {
  readonly #finder: Finder;
  readonly #evidence = new Map<number, Evidence>();
  readonly atHand: AtHand;
  /** Claimed on this machine, and not shown by Greenhouse: deleted, merged, or private by now. */
  lost: number[] = [];
  /** There, with nothing left in them. */
  #anonymised: number[] = [];

  constructor(finder: Finder, known: AtHand) {
    this.#finder = finder;
    this.atHand = known;
  }

  decided(): Decided {
    const { request, asked, crowded } = this.atHand;
    return decide(request, asked, [...this.#evidence.values()], crowded);
  }

  hasWord(): boolean {
    return [...this.#evidence.values()].some(({ word, notThem }) => word !== undefined && !notThem);
  }

  /** @param surely what Greenhouse itself found them by. */
  add(people: readonly KnownPerson[], surely: readonly Key[] = []): void {
    const { request, asked, said, exported } = this.atHand;
    for (const person of people) {
      const { candidateId } = person;
      if (isAnonymised(person)) continue;
      const before = this.#evidence.get(candidateId)?.keys ?? [];
      this.#evidence.set(candidateId, {
        person,
        word: candidateId === said.them ? 'said' : candidateId === exported ? 'export' : undefined,
        keys: [...new Set([...before, ...surely, ...keysHeld(person, asked)])],
        name: nameAgrees(person, request),
        notThem: said.notThem.includes(candidateId),
      });
    }
  }

  /** Whom this machine claims, in one look: by its own word, by keys, and where those are none, by name. */
  async readClaimed(): Promise<void> {
    const { said, exported } = this.atHand;
    const own = [said.them, exported].filter((id) => id !== undefined);
    const byKey = [...holders(this.atHand).keys()];
    const claimed = new Set([
      ...own,
      ...byKey,
      ...(own.length > 0 ? [] : namesakes(this.atHand).map(({ candidateId }) => candidateId)),
    ]);
    if (claimed.size === 0) return;
    const { greenhouse } = this.#finder;
    const people = await greenhouse.findByIds([...claimed]);
    this.add(people);
    const there = new Set(people.map(({ candidateId }) => candidateId));
    const missing = [...new Set([...own, ...byKey])].filter((id) => !there.has(id));
    const fresh = missing.length > 0 ? await this.#justExported() : new Set<number>();
    // Not being shown somebody proves nothing where only some can be read, nor of whom no list need show yet: our own word stands.
    const stands = missing.filter((id) => fresh.has(id) || (own.includes(id) && !greenhouse.can.findsPeople));
    this.add(stands.map((id) => (fresh.has(id) ? unlisted(id) : unread(id))));
    if (greenhouse.can.findsPeople) this.lost = missing.filter((id) => !stands.includes(id));
    this.#anonymised = people.filter(isAnonymised).map(({ candidateId }) => candidateId);
  }

  /** Whom we have just made, where Greenhouse did not show them. */
  addMade(): void {
    for (const { candidateId, keys } of this.atHand.made)
      if (!this.#evidence.has(candidateId)) this.add([unlisted(candidateId)], keys);
  }

  async #justExported(): Promise<Set<number>> {
    const { ledger, now } = this.#finder;
    const entries = await ledger.since(this.atHand.request.externalIds, now() - LAG_MS);
    return new Set(entries.map(({ candidateId }) => candidateId));
  }

  /** @param elsewhere whether they were found after all: then whoever is not shown was merged into them, or deleted. */
  async putRight(elsewhere: boolean): Promise<void> {
    const { request, said, exported } = this.atHand;
    const gone = [...this.lost, ...this.#anonymised];
    if (said.them !== undefined && gone.includes(said.them)) await this.#finder.words.forget(request.externalIds, said.them);
    // Who is only hidden stays remembered: a colleague may see them.
    const over = exported !== undefined && (this.#anonymised.includes(exported) || (elsewhere && this.lost.includes(exported)));
    if (over) await this.#finder.ledger.forget(request.externalIds);
    await mend(this.#finder, this.atHand, [...this.#evidence.values()], gone);
  }
}
