/**
 * What is told is held at once against what is really there; what is left is counted at the end, in Greenhouse itself. Whatever is there
 * more than once needs a recruiter's word.
 */
import { createHash } from 'node:crypto';

import type { Row } from '#lib/export/row.ts';
import { isOver, type ExportAnswer, type ExportRequest, type ExportView } from '#lib/export/schema.ts';
import { leftOf } from '#lib/panel/of-two.ts';

import { lies } from '../faults/verdict.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { handleIn } from './people.ts';
import { type Committed, Records } from './records.ts';
import type { World } from './world.ts';

/** One press on Export. */
export interface Press {
  browser: number;
  request: ExportRequest;
  handle: string;
  kind: string;
  /** The recruiter takes it back afterwards. */
  regretted: boolean;
  /** Which row the recruiter was told is theirs. */
  told?: string;
}

export type Wrong = 'duplicate' | 'lost' | 'follow-up twice' | 'no end' | 'told wrongly';

export interface Problem {
  wrong: Wrong;
  what: string;
  handle: string;
}

/** How much of each there was. `meant`: further records of a person, each by a recruiter's word; `merged` and `takenBack`: exports that ended so. */
export const NONE = { calls: 0, faults: 0, deaths: 0, meant: 0, merged: 0, takenBack: 0 };
export type Counted = typeof NONE;

/** Being taken back, or taken back, a view need not say any longer what is there. */
const BACK: ReadonlySet<ExportView['state']> = new Set(['taking-back', 'taken-back']);

export class Truth {
  readonly presses: Press[] = [];
  readonly problems: Problem[] = [];
  readonly records: Records;
  readonly counted = { ...NONE };
  /** Of each person what happened, in order. */
  readonly #traces = new Map<string, string[]>();
  readonly #all = createHash('sha256');
  readonly #pressOf = new Map<string, Press>();
  readonly #views: Map<string, ExportView>[] = [];
  /** Of each person how often a recruiter wanted somebody made all the same. */
  readonly #anyway = new Map<string, number>();
  /** Records of which a recruiter said that they stay two, or was told that they do. */
  readonly #kept = new Set<number>();
  /** `<handle> <step>` → how often a recruiter wanted it sent again that was not to be seen. */
  readonly #again = new Map<string, number>();
  /** Exports that a recruiter wanted out of Greenhouse again. */
  readonly #regretted = new Set<string>();
  readonly #world: () => World;

  constructor(world: () => World) {
    this.#world = world;
    this.records = new Records(
      () => world().time.now,
      () => world().lagMs,
    );
  }

  traceOf = (handle: string): readonly string[] => this.#traces.get(handle) ?? [];
  pressOf = (id: string): Press | undefined => this.#pressOf.get(id);
  /** Of everything that was ever noted, in its order. */
  fingerprint = (): string => this.#all.digest('hex');

  pressed(press: Press): void {
    this.presses.push(press);
    this.#pressOf.set(press.request.id, press);
  }

  note(handle: string | undefined, what: string): void {
    if (handle === undefined) return;
    const trace = this.#traces.get(handle) ?? [];
    trace.push(`${new Date(this.#world().time.now).toISOString().slice(8, 23)} ${what}`);
    this.#traces.set(handle, trace);
    this.#all.update(`${handle} ${trace.at(-1)}\n`);
  }

  #wrong(wrong: Wrong, handle: string, what: string): void {
    this.problems.push({ wrong, what, handle });
    this.note(handle, `WRONG: ${wrong}: ${what}`);
  }

  /** A call fails. */
  failed(about: string, how: string): void {
    this.counted.faults += 1;
    this.note(handleIn(about), how);
  }

  /** Greenhouse has answered, whether or not anybody hears it. */
  answered(call: Committed, status: number, named: string): void {
    this.counted.calls += 1;
    if (call.method === 'GET' || status >= 300) return;
    const { handle, added } = this.records.commit(call);
    this.note(handle, named);
    if (handle === undefined || added === undefined) return;
    const times = this.records.added(added);
    const step = added.split(' ')[0] ?? '';
    if (times > 1 + (this.#again.get(`${handle} ${step}`) ?? 0))
      this.#wrong('follow-up twice', handle, `${added} stands there ${times} times`);
  }

  /** A recruiter gives their word, and may be the reason of what comes of it. */
  says(view: ExportView, answer: ExportAnswer): void {
    const { handle } = this.pressOf(view.id) ?? {};
    if (handle === undefined) return;
    this.note(handle, `says ${JSON.stringify(answer)} to ${view.id.slice(-6)}`);
    if (answer.do === 'create-anyway') count(this.#anyway, handle);
    if (answer.do === 'keep-both') for (const id of [view.candidateId ?? 0, ...(view.twins ?? [])]) this.#kept.add(id);
    if (answer.do === 'step-back') this.#regretted.add(view.id);
    const sentAgain =
      answer.do === 'retry-step' && view.followUps.some((one) => one.step === answer.step && one.state === 'unknown');
    if (sentAgain) count(this.#again, `${handle} ${NAMED[answer.step] ?? answer.step}`);
  }

  #isRegretted = (handle: string): boolean =>
    this.presses.some((one) => one.handle === handle && this.#regretted.has(one.told ?? ''));

  regrets(id: string): void {
    this.#regretted.add(id);
    this.note(this.pressOf(id)?.handle, `wants ${id.slice(-6)} back`);
  }

  /** A browser has written a row. */
  wrote(browser: number, { view, target, sends }: Row): void {
    const press = this.pressOf(view.id);
    if (!press) return;
    (this.#views[browser] ??= new Map()).set(view.id, view);
    this.note(press.handle, `browser ${browser} ${view.id.slice(-6)} ${told(view)}`);
    const { time, lagMs } = this.#world();
    if (view.question === 'unknown-outcome' && time.now - (sends.at(-1)?.at ?? 0) < lagMs)
      this.#wrong('told wrongly', press.handle, 'asked whether they are there before any list can show them');
    if (BACK.has(view.state)) return;
    for (const { what } of lies(this.#asFound(this.#lessWhatIsSo(view)), press.request, this.#truthFor(press)))
      this.#wrong('told wrongly', press.handle, what);
    if (view.outcome === undefined || target?.kind !== 'candidate') return;
    // Of a deletion nobody knows what became of it, and that is told.
    const mayBeGone = view.back?.some(({ error }) => error?.code === 'greenhouse/unknown-outcome');
    if (!mayBeGone && !this.records.isOn(view.candidateId ?? 0, target.jobId))
      this.#wrong('told wrongly', press.handle, `${view.outcome}, and not on the job`);
  }

  /** That the job was closed, and that of two records one is gone. */
  #lessWhatIsSo(view: ExportView): ExportView {
    const { question, error: _so, ...rest } = view;
    if (question === 'job-closed') return rest;
    const two = [view.candidateId ?? 0, ...(view.twins ?? [])];
    return question === 'twice' && two.some((id) => !this.records.isThere(id)) ? rest : view;
  }

  /** By the number under which they are found by now: another browser may have merged them. */
  #asFound = (view: ExportView): ExportView =>
    view.candidateId === undefined ? view : { ...view, candidateId: this.records.whoIs(view.candidateId) };

  #truthFor({ handle, request: { note, file } }: Press) {
    const { added } = this.records;
    return {
      people: [...this.records.of(handle)],
      makes: {
        notes: added(`note ${note?.body}`),
        attachments: added(`file ${file?.title}`),
        employments: added(`employments ${handle}`),
        educations: added(`educations ${handle}`),
      },
    };
  }

  /** Everything has had its time. @param sandbox is asked itself: what it holds counts, and not what was seen of it. */
  ended(sandbox: Sandbox): void {
    const written = sandbox.written();
    const records = Map.groupBy(written['candidates'] ?? [], (row) => handleIn(JSON.stringify(row)));
    const applications = Map.groupBy(written['applications'] ?? [], (row) => Number(row['candidate_id']));
    for (const press of this.presses) this.#ended(press);
    for (const [handle, rows] of records) {
      if (handle === undefined) continue;
      const ids = rows.map(({ id }) => id as number);
      const kept = ids.filter((id) => this.#kept.has(id)).length;
      const anyway = this.#anyway.get(handle) ?? 0;
      if (ids.length > Math.max(kept, 1) + anyway)
        this.#wrong('duplicate', handle, `${ids.join(' and ')} are one person, and nobody wanted that`);
      this.counted.meant += ids.length - 1;
      for (const id of ids) {
        const allowed = 1 + anyway + this.records.mergedInto(id);
        for (const [jobId, all] of Map.groupBy(applications.get(id) ?? [], (row) => row['job_id']))
          if (all.length > allowed) this.#wrong('duplicate', handle, `${id} is ${all.length} times on job ${String(jobId)}`);
      }
    }
  }

  #ended({ handle, told: id, browser }: Press): void {
    if (id === undefined) return;
    const view = this.#views[browser]?.get(id);
    if (!view) return this.#wrong('lost', handle, 'accepted, and nowhere to be found');
    if (!isOver(view.state)) return this.#wrong('no end', handle, `${told(view)} after two days`);
    if (view.outcome === 'merged') this.counted.merged += 1;
    if (view.state === 'taken-back') this.counted.takenBack += 1;
    const isBack = view.state === 'taken-back' && this.#regretted.has(id);
    if (view.state !== 'done' && !isBack) return this.#wrong('lost', handle, `accepted, and ${view.state}`);
    // Told as left of it, with nothing of ours on it.
    const left = leftOf(view);
    if (left !== undefined) for (const one of [left, this.records.whoIs(view.candidateId ?? 0)]) this.#kept.add(one);
    if (isBack && view.outcome !== 'stepped-back') return;
    // What another press had made was taken back, and this one made nothing of its own.
    if (view.outcome === 'already-there' && this.#isRegretted(handle)) return;
    if (!this.records.of(handle).includes(this.records.whoIs(view.candidateId ?? 0)))
      this.#wrong('lost', handle, `${view.state} as ${view.candidateId}, who is somebody else or nobody`);
  }
}

const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

/** How a step is called where it is counted. */
const NAMED: Partial<Record<string, string>> = { employments: 'employment', educations: 'education', attachment: 'file' };

const told = ({ state, question, error, candidateId, outcome, followUps }: ExportView): string =>
  [state, question, error?.code, outcome, candidateId, ...followUps.map((one) => `${one.step}:${one.state}`)]
    .filter((part) => part !== undefined)
    .join(' ');
