/**
 * What is really there, seen behind the counter: every commit, whoever heard of it, and every row that a browser wrote. What is told is
 * held against it at once; what is left is counted at the end, in Greenhouse itself.
 */
import type { Row } from '#lib/export/row.ts';
import { isOver, type ExportRequest, type ExportView } from '#lib/export/schema.ts';

import { lies } from '../faults/verdict.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { handleIn } from './people.ts';
import type { World } from './world.ts';

/** One press on Export. */
export interface Press {
  browser: number;
  request: ExportRequest;
  handle: string;
  kind: string;
  /** Which row the recruiter was told is theirs. */
  told?: string;
}

export type Wrong = 'duplicate' | 'lost' | 'follow-up twice' | 'no end' | 'told wrongly';

export interface Problem {
  wrong: Wrong;
  what: string;
  handle: string;
}

interface Committed {
  method: string;
  path: string;
  body: string;
}

type Stored = Record<string, unknown>;

export class Truth {
  readonly presses: Press[] = [];
  readonly problems: Problem[] = [];
  /** Of each person what happened, in order. */
  readonly #traces = new Map<string, string[]>();
  readonly #people = new Map<string, number[]>();
  /** `<candidate> <job>` → since when, by true time. */
  readonly #applications = new Map<string, number>();
  readonly #notes = new Map<string, number>();
  readonly #madeAt = new Map<number, number>();
  readonly #handles = new Map<number, string>();
  readonly #pressOf = new Map<string, Press>();
  readonly #views: Map<string, ExportView>[] = [];
  /** Records of which a recruiter was asked whether they are one person. */
  readonly #asked = new Set<number>();
  /** People of whom two browsers made one each in the same moment. */
  twins = 0;
  deaths = 0;
  faults = 0;
  calls = 0;
  readonly #world: () => World;

  constructor(world: () => World) {
    this.#world = world;
  }

  traceOf = (handle: string): readonly string[] => this.#traces.get(handle) ?? [];
  peopleOf = (handle: string): readonly number[] => this.#people.get(handle) ?? [];
  #isListed(madeAt = Number.POSITIVE_INFINITY): boolean {
    const { time, lagMs } = this.#world();
    return madeAt + lagMs <= time.now;
  }

  /** Whom Greenhouse's lists show by now. */
  shown = (handle: string): readonly number[] => this.peopleOf(handle).filter((id) => this.#isListed(this.#madeAt.get(id)));

  /** Whether they show somebody on a job. */
  isShownOn = (candidateId: number, jobId: number): boolean => this.#isListed(this.#applications.get(`${candidateId} ${jobId}`));

  pressOf = (id: string): Press | undefined => this.#pressOf.get(id);

  pressed(press: Press): void {
    this.presses.push(press);
    this.#pressOf.set(press.request.id, press);
  }

  note(handle: string | undefined, what: string): void {
    if (handle === undefined) return;
    const trace = this.#traces.get(handle) ?? [];
    trace.push(`${new Date(this.#world().time.now).toISOString().slice(8, 23)} ${what}`);
    this.#traces.set(handle, trace);
  }

  #wrong(wrong: Wrong, handle: string, what: string): void {
    this.problems.push({ wrong, what, handle });
    this.note(handle, `WRONG: ${wrong}: ${what}`);
  }

  /** A call fails. */
  failed(about: string, how: string): void {
    this.faults += 1;
    this.note(handleIn(about), how);
  }

  /** Greenhouse has answered, whether or not anybody hears it. */
  answered(call: Committed, status: number, text: string, named: string): void {
    this.calls += 1;
    if (call.method !== 'POST' || status >= 300) return;
    const body = call.body === '' || !call.body.startsWith('{') ? {} : (JSON.parse(call.body) as Stored);
    const answer = text.startsWith('{') ? (JSON.parse(text) as Stored) : {};
    const handle = handleIn(call.body) ?? this.#handles.get(Number(body['candidate_id']));
    this.note(handle, named);
    if (handle === undefined) return;
    if (call.path === '/v3/candidates') this.#made(handle, answer);
    if (call.path === '/v3/applications') this.#added(Number(body['candidate_id']), answer);
    if (call.path === '/v3/notes') this.#noted(handle, String(body['body']));
  }

  #made(handle: string, answer: Stored): void {
    const candidate = (answer['candidate'] ?? answer) as Stored;
    const id = Number(candidate['id']);
    this.#handles.set(id, handle);
    this.#madeAt.set(id, this.#world().time.now);
    this.#people.set(handle, [...this.peopleOf(handle), id]);
    if (answer['application']) this.#added(id, answer['application'] as Stored);
  }

  #added(candidateId: number, application: Stored): void {
    const key = `${candidateId} ${String(application['job_id'])}`;
    if (!this.#applications.has(key)) this.#applications.set(key, this.#world().time.now);
  }

  #noted(handle: string, body: string): void {
    const times = (this.#notes.get(body) ?? 0) + 1;
    this.#notes.set(body, times);
    if (times > 1) this.#wrong('follow-up twice', handle, `the note “${body}” stands there ${times} times`);
  }

  /** A browser has written a row. */
  wrote(browser: number, { view }: Row): void {
    const press = this.pressOf(view.id);
    if (!press) return;
    (this.#views[browser] ??= new Map()).set(view.id, view);
    this.note(press.handle, `browser ${browser} ${view.id.slice(-6)} ${told(view)}`);
    if (view.question === 'twice') for (const id of [view.candidateId ?? 0, ...(view.candidateIds ?? [])]) this.#asked.add(id);
    for (const { what } of lies(view, press.request, this.#counted(press))) this.#wrong('told wrongly', press.handle, what);
    const { target } = press.request;
    if (view.outcome === undefined || target.kind !== 'candidate') return;
    if (!this.#applications.has(`${view.candidateId} ${target.jobId}`))
      this.#wrong('told wrongly', press.handle, `${view.outcome}, and not on the job`);
  }

  #counted({ handle, request }: Press) {
    const notes = request.note ? (this.#notes.get(request.note.body) ?? 0) : 0;
    return { people: [...this.peopleOf(handle)], makes: { notes } };
  }

  /** Everything has had its time. @param sandbox is asked itself: what it holds counts, and not what was seen of it. */
  ended(sandbox: Sandbox): void {
    const written = sandbox.written();
    const records = Map.groupBy(written['candidates'] ?? [], (row) => handleIn(JSON.stringify(row)));
    const applications = Map.groupBy(
      written['applications'] ?? [],
      (row) => `${String(row['candidate_id'])} ${String(row['job_id'])}`,
    );
    for (const press of this.presses) this.#ended(press);
    for (const [handle, rows] of records) {
      if (handle === undefined) continue;
      const ids = rows.map(({ id }) => id as number).toSorted((a, b) => a - b);
      if (ids.length > 1) this.twins += 1;
      for (const id of ids.slice(1))
        if (!this.#asked.has(id)) this.#wrong('duplicate', handle, `${ids.join(' and ')} are one person, and nobody was asked`);
      for (const id of ids)
        for (const [key, all] of applications)
          if (key.startsWith(`${id} `) && all.length > 1)
            this.#wrong('duplicate', handle, `${all.length} applications of ${key}`);
    }
  }

  #ended({ handle, told: id, browser }: Press): void {
    if (id === undefined) return;
    const view = this.#views[browser]?.get(id);
    if (!view) return this.#wrong('lost', handle, 'accepted, and nowhere to be found');
    if (!isOver(view.state)) return this.#wrong('no end', handle, `${told(view)} after two days`);
    if (view.state !== 'done') return this.#wrong('lost', handle, `accepted, and ${view.state}`);
    if (!this.peopleOf(handle).includes(view.candidateId ?? 0))
      this.#wrong('lost', handle, `done as ${view.candidateId}, who is somebody else`);
  }
}

const told = ({ state, question, error, candidateId, outcome, followUps }: ExportView): string =>
  [state, question, error?.code, outcome, candidateId, ...followUps.map((one) => `${one.step}:${one.state}`)]
    .filter((part) => part !== undefined)
    .join(' ');
