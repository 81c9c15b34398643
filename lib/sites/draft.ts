/** A candidate under construction: every value goes in together with how it was found, and the first good value stays. */
import type { Evidence, EvidenceSource } from '#lib/candidate/reading.ts';
import type { Candidate, TextField } from '#lib/candidate/schema.ts';

import type { Draft } from './site.ts';

export type ListField = 'emails' | 'phones' | 'links' | 'positions' | 'education' | 'skills' | 'languages';

export class DraftBuilder {
  readonly #candidate: Candidate = {
    emails: [],
    phones: [],
    links: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  };
  readonly #evidence: Record<string, Evidence> = {};
  readonly #missing: string[] = [];
  readonly #aliases: string[] = [];
  #stableHandle: string | undefined;

  /** Sets a text or the photo, unless a value is there already or the new one is empty. */
  set(field: TextField | 'photoUrl', value: string | null | undefined, from: EvidenceSource, confidence: number): this {
    if (value && this.#candidate[field] == null) {
      this.#candidate[field] = value;
      this.#evidence[field] = { from, confidence };
    }
    return this;
  }

  /** Sets a list, unless it has values already or the new one is empty. */
  fill<F extends ListField>(field: F, values: Candidate[F], from: EvidenceSource, confidence: number): this {
    if (values.length > 0 && this.#candidate[field].length === 0) {
      this.#candidate[field] = values;
      this.#evidence[field] = { from, confidence };
    }
    return this;
  }

  get(field: TextField): string | undefined {
    return this.#candidate[field] ?? undefined;
  }

  /** Says that the page did not show something; see `Reading.missing`. */
  lacks(what: string): this {
    if (!this.#missing.includes(what)) this.#missing.push(what);
    return this;
  }

  alias(externalId: string | undefined): this {
    if (externalId) this.#aliases.push(externalId);
    return this;
  }

  stable(handle: string | undefined): this {
    this.#stableHandle ??= handle;
    return this;
  }

  done(): Draft {
    return {
      candidate: this.#candidate,
      evidence: this.#evidence,
      missing: this.#missing,
      aliases: this.#aliases,
      ...(this.#stableHandle ? { stableHandle: this.#stableHandle } : {}),
    };
  }
}
