/** What stands in Greenhouse, by every commit that was seen behind the counter, whoever heard of it. */
import { handleIn } from './people.ts';

/** A call that Greenhouse has done. */
export interface Committed {
  method: string;
  path: string;
  body: string;
  answer: string;
}

type Stored = Record<string, unknown>;

const objectIn = (text: string): Stored => (text.startsWith('{') ? (JSON.parse(text) as Stored) : {});
const byJob = (candidateId: unknown, jobId: unknown): string => `${String(candidateId)} ${String(jobId)}`;

/** What is counted of that which is added: first by what tells it from every other. */
const ADDED: Record<string, (body: Stored, handle: string) => readonly [string, ...string[]]> = {
  notes: ({ body }) => [`note ${String(body)}`],
  candidate_employments: ({ candidate_id, company_name }, handle) => [
    `employment of ${String(candidate_id)} at ${String(company_name)}`,
    `employments ${handle}`,
  ],
  candidate_educations: ({ candidate_id }, handle) => [`education of ${String(candidate_id)}`, `educations ${handle}`],
  attachments: ({ filename }) => [`file ${String(filename).replace(/ \S+$/, '')}`],
};

export class Records {
  readonly #people = new Map<string, number[]>();
  readonly #handles = new Map<number, string>();
  readonly #madeAt = new Map<number, number>();
  readonly #applications = new Map<string, number>();
  readonly #jobs = new Map<number, string>();
  readonly #mergedInto = new Map<number, number>();
  readonly #added = new Map<string, number>();
  readonly #isListed: (at: number | undefined) => boolean;
  readonly #now: () => number;

  /** @param lag how late lists are, in milliseconds. */
  constructor(now: () => number, lag: () => number) {
    this.#now = now;
    this.#isListed = (at = Number.POSITIVE_INFINITY) => at + lag() <= now();
  }

  /** Who is there, neither deleted nor merged into another. */
  of = (handle: string): readonly number[] => this.#people.get(handle) ?? [];

  isThere = (candidateId: number): boolean => this.of(this.#handles.get(candidateId) ?? '').includes(candidateId);

  /** Under whose number somebody is found by now. */
  whoIs = (candidateId: number): number => {
    const survivor = this.#mergedInto.get(candidateId);
    return survivor === undefined ? candidateId : this.whoIs(survivor);
  };

  /** Whom Greenhouse's lists show by now. */
  shown = (handle: string): readonly number[] => this.of(handle).filter((id) => this.#isListed(this.#madeAt.get(id)));

  isOn = (candidateId: number, jobId: number): boolean => this.#applications.has(byJob(this.whoIs(candidateId), jobId));

  /** Whether lists show somebody on a job. */
  isShownOn = (candidateId: number, jobId: number): boolean =>
    this.#isListed(this.#applications.get(byJob(this.whoIs(candidateId), jobId)));

  /** How many of their records were merged into this one. */
  mergedInto = (survivorId: number): number => [...this.#mergedInto.keys()].filter((id) => this.whoIs(id) === survivorId).length;

  /** How often something was added, by one of its names in `ADDED`. */
  added = (what: string): number => this.#added.get(what) ?? 0;

  /** @returns whom it is about, and what was added. */
  commit(call: Committed): { handle?: string | undefined; added?: string | undefined } {
    const [kind = '', id = '', verb] = call.path.split('/').slice(2);
    if (call.method === 'DELETE') return { handle: this.#removed(kind, Number(id)) };
    if (call.method !== 'POST') return {};
    const [body, answer] = [objectIn(call.body), objectIn(call.answer)];
    if (verb === 'merge') return { handle: this.#merged(Number(id), Number(body['secondary_candidate_id'])) };
    const handle = handleIn(call.body) ?? this.#handleOf(body);
    if (handle === undefined) return {};
    if (kind === 'candidates' && id === '') this.#made(handle, answer);
    if (kind === 'applications' && id === '') this.#applied(Number(body['candidate_id']), answer);
    const names = id === '' ? (ADDED[kind]?.(body, handle) ?? []) : [];
    for (const what of names) this.#added.set(what, this.added(what) + 1);
    return { handle, added: names[0] };
  }

  #handleOf(body: Stored): string | undefined {
    const application = this.#jobs.get(Number(body['application_id']));
    return this.#handles.get(Number(body['candidate_id'] ?? application?.split(' ')[0]));
  }

  #made(handle: string, answer: Stored): void {
    const id = Number(((answer['candidate'] ?? answer) as Stored)['id']);
    this.#handles.set(id, handle);
    this.#madeAt.set(id, this.#now());
    this.#people.set(handle, [...this.of(handle), id]);
    if (answer['application']) this.#applied(id, answer['application'] as Stored);
  }

  #applied(candidateId: number, application: Stored): void {
    const key = byJob(candidateId, application['job_id']);
    this.#jobs.set(Number(application['id']), key);
    if (!this.#applications.has(key)) this.#applications.set(key, this.#now());
  }

  #leave(id: number): string | undefined {
    const handle = this.#handles.get(id);
    if (handle !== undefined)
      this.#people.set(
        handle,
        this.of(handle).filter((one) => one !== id),
      );
    return handle;
  }

  #removed(kind: string, id: number): string | undefined {
    if (kind === 'candidates') return this.#leave(id);
    const key = kind === 'applications' ? this.#jobs.get(id) : undefined;
    if (key === undefined) return undefined;
    this.#applications.delete(key);
    return this.#handles.get(Number(key.split(' ')[0]));
  }

  /** Everything of theirs moves. */
  #merged(survivorId: number, otherId: number): string | undefined {
    this.#mergedInto.set(otherId, survivorId);
    for (const [key, at] of this.#applications) {
      const [candidateId, jobId] = key.split(' ');
      if (Number(candidateId) === otherId && !this.#applications.has(byJob(survivorId, jobId)))
        this.#applications.set(byJob(survivorId, jobId), at);
    }
    return this.#leave(otherId);
  }
}
