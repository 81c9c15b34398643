import * as z from 'zod/mini';

/** How the next matching requests fail (contracts, "Sandbox control"). */
export const faultBody = z.strictObject({
  match: z.strictObject({ method: z.optional(z.string()), path: z.optional(z.string()) }),
  times: z.optional(z.int()),
  /** Left out, the request is only delayed. */
  do: z._default(z.enum(['drop-before', 'drop-after-commit', 'status', 'delay', 'truncate', 'garbage']), 'delay'),
  status: z.optional(z.int()),
  delayMs: z.optional(z.number()),
  /** Of a `status` fault. */
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
});

export type Fault = z.input<typeof faultBody>;

/** The faults still to come. A path also means what is below it: `/v3/candidates` is `/v3/candidates/17` too. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that meets this request, if any; it is used up by that. */
  take(method: string, path: string): Fault | undefined {
    const met = this.#waiting.find(
      ({ fault: { match } }) =>
        (match.method ?? method) === method &&
        (match.path === undefined || path === match.path || path.startsWith(`${match.path}/`)),
    );
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.#waiting = this.#waiting.filter((waiting) => waiting !== met);
    return met.fault;
  }
}
