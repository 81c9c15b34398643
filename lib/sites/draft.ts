/** A person under construction: every value goes in together with how it was found, and the first good value stays. */
import type { RawName, RawPerson } from '#lib/candidate/raw.ts';
import type { EvidenceSource } from '#lib/candidate/reading.ts';

import type { Draft } from './site.ts';

type TextField = 'headline' | 'title' | 'company' | 'location' | 'photoUrl';
type ListField = 'emails' | 'phones' | 'links' | 'positions' | 'education' | 'skills' | 'languages';

export class DraftBuilder {
  readonly #person: RawPerson = { emails: [], phones: [], links: [], positions: [], education: [], skills: [], languages: [] };
  readonly #draft: Draft = { person: this.#person, evidence: {}, missing: [], aliases: [] };

  /** Sets the name, unless there is one; how sure its split is comes out later. */
  name(name: RawName, from: EvidenceSource, confidence: number): this {
    if (!this.#person.name) {
      this.#person.name = name;
      this.#found('fullName', from, confidence);
    }
    return this;
  }

  /** Sets a text or the photo, unless a value is there already or the new one is empty. */
  set(field: TextField, value: string | null | undefined, from: EvidenceSource, confidence: number): this {
    if (value && this.#person[field] == null) {
      this.#person[field] = value;
      this.#found(field, from, confidence);
    }
    return this;
  }

  /** Sets a list, unless it has values already or the new one is empty. */
  fill<F extends ListField>(field: F, values: RawPerson[F], from: EvidenceSource, confidence: number): this {
    if (values.length > 0 && this.#person[field].length === 0) {
      this.#person[field] = values;
      this.#found(field, from, confidence);
    }
    return this;
  }

  #found(field: string, from: EvidenceSource, confidence: number): void {
    this.#draft.evidence[field] = { from, confidence: Math.round(confidence * 100) / 100 };
  }

  get fullName(): string | undefined {
    return this.#person.name?.full;
  }

  /** Says that the page did not show something; see `Reading.missing`. */
  lacks(what: string): this {
    this.#draft.missing.push(what);
    return this;
  }

  alias(externalId: string | undefined): this {
    if (externalId) this.#draft.aliases.push(externalId);
    return this;
  }

  /** @param ownUrl the profile's address by that handle, when it is not the one that the page stands at. */
  stable(handle: string | undefined, ownUrl?: string): this {
    this.#draft.stableHandle ??= handle;
    this.#draft.ownUrl ??= ownUrl;
    return this;
  }

  /** The whole site is the person's. */
  ownsSite(): this {
    this.#person.ownsSite = true;
    return this;
  }

  done(): Draft {
    return this.#draft;
  }
}
