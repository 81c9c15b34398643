/** What goes along with an export, as it really is there and as it is told: two positions, each named by its press, and a file. */
import type { ExportRequest, ExportView } from '#lib/export/schema.ts';
import type { Career } from '#lib/greenhouse/port.ts';

import type { Invariant } from './invariants.ts';

type Must = (holds: boolean, what: Invariant) => void;

/** What makes an export take some along. */
export const alongOf = (n: number, wants: { career: boolean; file: boolean }): Partial<ExportRequest> => ({
  ...(wants.career ? { career: ['employments'] } : {}),
  ...(wants.file ? { file: { title: String(n), text: 'as it was read' } } : {}),
});
export const positionsOf = (n: number, wants: { career: boolean }): ExportRequest['candidate']['positions'] =>
  wants.career ? [{ title: `${n}a` }, { title: `${n}b` }] : [];

export const careerOf = ({ positions }: Pick<ExportRequest['candidate'], 'positions'>): Career => ({
  entries: positions.map(({ title }) => ({ kind: 'employment', key: title ?? '', row: {} })),
  skipped: [],
});

/** By the name of an entry, or of a file. */
export const pressOf = (what: string): number => Number.parseInt(what, 10);

export class Along {
  readonly #stands: { candidateId: number; what: string; at: number }[] = [];
  /** How often more than once, by press. */
  readonly #allowed = new Map<number, number>();
  readonly #must: Must;

  constructor(must: Must) {
    this.#must = must;
  }

  add(candidateId: number, what: string, at: number): void {
    const times = this.#stands.filter((one) => one.what === what).length;
    this.#must(times <= this.#allowedOf(pressOf(what)), 'what goes along stands there once');
    this.#stands.push({ candidateId, what, at });
  }

  /** As a list tells it that is late. */
  listed = (candidateId: number, upTo: number): string[] =>
    this.#stands.flatMap((one) => (one.candidateId === candidateId && one.at <= upTo ? one.what : []));

  /** By the recruiter's word what may be there is sent once more. */
  allow(press: number): void {
    this.#allowed.set(press, this.#allowedOf(press) + 1);
  }

  #allowedOf = (press: number): number => this.#allowed.get(press) ?? 0;

  #isThere = (what: string): boolean => this.#stands.some((one) => one.what.startsWith(what));

  told({ followUps }: ExportView, press: number): void {
    for (const { step, state, hash, error } of followUps) {
      const what = step === 'attachment' ? `${press} ` : hash?.replace('#employment ', '');
      if (what === undefined) continue;
      const isLeft = state === 'failed' || (state === 'skipped' && error?.code !== 'greenhouse/unknown-outcome');
      const isTrue = state === 'done' ? this.#isThere(what) : !isLeft || !this.#isThere(what) || this.#allowedOf(press) > 0;
      this.#must(isTrue, 'what is told of what goes along is so');
    }
  }

  ended({ followUps }: ExportView): void {
    const isOpen = followUps.some(({ state }) => state === 'waiting' || state === 'sending' || state === 'lost');
    this.#must(!isOpen, 'what is told of what goes along is so');
  }
}
