/** What somebody who is not us would send: a good body of every message there is, and every way to spoil one. */
import { undoPartSchema, type ExportAnswer } from '#lib/export/schema.ts';
import type { Asks, MessageName } from '#lib/messages/table.ts';

import { exportRequest } from './export-request.ts';

const person = {
  externalIds: ['linkedin:mira-okafor-fixture'],
  emails: ['mira@okafor.example'],
  urls: ['https://www.linkedin.com/in/mira-okafor-fixture/'],
  phones: ['+44 20 7946 0000'],
  firstName: 'Mira',
  lastName: 'Okafor',
  companies: ['Birchwood'],
};
const { id } = exportRequest();
const status = { scope: { kind: 'months', months: 6 }, state: 'fresh', people: 12, of: 14, upTo: 1, damaged: 0 } as const;

/** Complete, so that there is something to spoil at every level; the types ask for a row that is added to the table. */
const GOOD: { [N in MessageName]: Asks<N> } = {
  'connection.test': { which: 'current' },
  'connection.settle': { take: true, savedAt: 1 },
  'jobs.list': { refresh: false },
  'jobs.stages': { jobId: 41 },
  'jobs.tracking-link': { jobId: 41 },
  'choices.list': { refresh: false },
  'candidate.decide': { externalIds: ['linkedin:mira-okafor-fixture'], candidateId: 1001, is: 'them' },
  'candidate.pools': { applicationIds: [71, 72] },
  'candidate.search': { text: 'Mira Okafor' },
  'candidate.find': person,
  'candidate.known': { people: [person] },
  'index.status': {},
  'index.command': { do: 'choose', scope: { kind: 'months', months: 6 } },
  'index.changed': status,
  'external-ids.look': { refresh: false },
  'external-ids.make': {},
  'export.start': exportRequest({
    target: { kind: 'prospect', jobIds: [41], poolId: 7, poolStageId: 8 },
    sourceId: 3,
    referrerId: 4,
    candidateId: 1001,
    account: 'example',
    tags: ['berlin'],
    note: { body: 'met in Berlin', visibility: 'private' },
    candidate: {
      ...exportRequest().candidate,
      phones: [{ value: '+44 20 7946 0000', type: 'work' }],
      positions: [{ title: 'Engineer', company: 'Birchwood', start: '2021', place: { city: 'Berlin', country: 'DE' } }],
      education: [{ school: 'Lindenhof', degree: 'MSc' }],
    },
  }),
  'export.list': {},
  'export.undo': { id },
  'export.send-now': { id },
  'export.answer': { id, answer: { do: 'add-to', candidateId: 1001 } },
  'export.awake': {},
  'export.people': { id },
  'export.names': {},
  'export.report': { id },
  'export.undoable': { id },
  'export.take-back': { id, parts: ['person'], seen: 1 },
  'export.changed': {
    id,
    externalId: 'linkedin:mira-okafor-fixture',
    name: 'Mira Okafor',
    state: 'attaching',
    startedAt: 1,
    followUps: [{ step: 'note', state: 'failed', error: { code: 'greenhouse/forbidden', detail: { status: 403 } } }],
  },
  'panel.read': { tabId: 8 },
  'everything.forget': {},
  'everything.forgetting': {},
  'everything.forgotten': {},
  'panel.open': {},
  'page.changed': {},
};

/** Everything that can be answered; the types ask for a word that is added. */
const ANSWERS: { [D in ExportAnswer['do']]: ExportAnswer & { do: D } } = {
  retry: { do: 'retry' },
  'add-to': { do: 'add-to', candidateId: 1001 },
  'create-anyway': { do: 'create-anyway' },
  'keep-both': { do: 'keep-both' },
  merge: { do: 'merge', survivorId: 1001 },
  'step-back': { do: 'step-back' },
  'is-there': { do: 'is-there', candidateId: 1001 },
  drop: { do: 'drop' },
  'retry-step': { do: 'retry-step', step: 'note' },
  'skip-step': { do: 'skip-step', step: 'employments' },
  'to-job': { do: 'to-job', jobId: 41, jobName: 'Staff Backend Engineer' },
  dismiss: { do: 'dismiss' },
};

/** What else a row may say, where one body does not show all of it. */
const MORE: { [N in MessageName]?: Asks<N>[] } = {
  'export.start': [
    exportRequest({
      career: ['employments', 'educations'],
      file: { title: 'Profile on LinkedIn, May 4, 2026', text: 'Mira Okafor' },
      note: { body: 'met in Berlin', visibility: 'private' },
    }),
  ],
  'export.answer': [
    ...Object.values(ANSWERS).map((answer) => ({ id, answer, seen: 1, about: 'twice' as const })),
    { id, answer: { do: 'is-there' } },
  ],
  'export.take-back': [{ id, parts: [...undoPartSchema.options], seen: 1 }],
  'export.changed': [
    {
      id,
      externalId: 'linkedin:mira-okafor-fixture',
      name: '',
      state: 'taken-back',
      startedAt: 1,
      candidateId: 551,
      twins: [550],
      followUps: [{ step: 'employments', item: 1, state: 'skipped', lacks: 'company' }],
      back: [{ part: 'person', state: 'failed', why: 'no-right', error: { code: 'greenhouse/forbidden' } }],
    },
  ],
};

/** Bodies that are accepted from whom the row names. */
export const samplesOf = <N extends MessageName>(name: N): Asks<N>[] => structuredClone([GOOD[name], ...(MORE[name] ?? [])]);

/** Something other than what stands there; null is left out, since "nothing was on the page" is said by it. */
const OTHERS: readonly unknown[] = ['text', 7, true, {}, []];
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

export const LONG = 'x'.repeat(10_000_000);
export const DEEP: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
/** As `JSON.parse` makes it, and no literal does: a key of the object's own with the name of its prototype. */
const withKey = (around: object, key: string, value: unknown): object =>
  Object.defineProperty({ ...around }, key, { value, enumerable: true, configurable: true, writable: true });

type Path = readonly (string | number)[];

/** Every value inside, from the whole down to the leaves, with the way to it. */
function* within(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* within(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function replaced(whole: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  const copy = structuredClone(whole) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

export type Spoilt = readonly [what: string, body: unknown];

/** Every body here is refused, whoever sends it, and can be written as JSON. */
export function* spoilt(body: object): Generator<Spoilt> {
  yield* ['text', 7, true, null, [], [body]].map(
    (other) => [`${JSON.stringify(other)?.slice(0, 9)} for all of it`, other] as const,
  );
  yield ['10,000 lists in each other', DEEP];
  let long = false;
  for (const [path, value] of within(body)) {
    const at = path.join('.') || 'the top';
    if (kindOf(value) === 'object') {
      for (const key of ['more', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])
        yield [`${key} at ${at}`, replaced(body, path, withKey(value as object, key, { polluted: true }))];
      yield [`a list of it at ${at}`, replaced(body, path, [value])];
    }
    for (const other of OTHERS)
      if (path.length > 0 && kindOf(other) !== kindOf(value))
        yield [`${JSON.stringify(other)} at ${at}`, replaced(body, path, other)];
    if (typeof value !== 'string' || long) continue;
    long = true;
    yield [`10 MB at ${at}`, replaced(body, path, LONG)];
    yield [`depth at ${at}`, replaced(body, path, DEEP)];
  }
  yield ['10 MB more', withKey(body, 'more', LONG)];
}

/** What Firefox hands over and Chromium cannot: it is no JSON. */
export function unwritable(body: object): Spoilt[] {
  const ring: Record<string, unknown> = { ...body };
  ring['ring'] = ring;
  return [
    ['a ring', ring],
    ['a bigint', { ...body, more: 7n }],
    ['a list with a name', Object.assign([], body)],
  ];
}

/** Names that are no row's, though every object has something under some of them. */
export const NO_NAMES: readonly unknown[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'export.delete',
  '',
  7,
  null,
  {},
];
