/** Both sides of every switch that has no place in another test; README.md must tell of each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, callSandbox } from './caller.ts';
import { DEFAULT_QUIRKS, quirkOf, type Quirks } from './quirks.ts';

const JONAS = 4012;
const AMARA = 4001;
const MIRA = 4_000_001;
const PRIVATE = 4_000_004;
const MIRAS_APPLICATION = 60_000_001;

type Shown = { id: number; [field: string]: unknown };

let caller: Caller;
beforeAll(async () => {
  caller = await callSandbox();
});
afterEach(() => caller.sandbox.reset());
afterAll(() => caller.sandbox.close());

const status = async (method: string, path: string, body?: unknown, as?: number) =>
  (await caller.harvest(method, path, body, as)).status;
const post = (path: string, body: object, as = JONAS) => caller.harvest<Shown>('POST', path, body, as);
const get = (path: string, as?: number) => caller.harvest<Shown[]>('GET', path, undefined, as);
const nils = { first_name: 'Nils', last_name: 'Fixture' };
const note = { candidate_id: MIRA, body: 'x', visibility: 'private', note_type: 'NOTE' };
const select = {
  name: 'Bucket',
  field_type: 'candidate',
  value_type: 'single_select',
  custom_field_options: [{ name: '00', priority: 3 }],
};

const hidden = { name: 'Hidden', field_type: 'candidate', value_type: 'short_text' };
const thirdOption = async (): Promise<number> => {
  const options = [{ name: 'One' }, { name: 'Two' }];
  const choice = { ...hidden, value_type: 'single_select', custom_field_options: options };
  const { id } = (await post('custom_fields', choice, AMARA)).body;
  return status('POST', 'custom_field_options', { custom_field_id: id, name: 'Three' }, AMARA);
};

async function refusedList(): Promise<unknown> {
  const { body } = await get('jobs', JONAS);
  return body;
}

async function overRate(): Promise<unknown> {
  caller.sandbox.quirks({ rateLimit: 1 });
  await get('sources');
  return (await get('sources')).body;
}

async function moveBy(field: 'stage_id' | 'job_interview_stage_id'): Promise<number> {
  const { body } = await post('applications', { candidate_id: MIRA, job_id: 9001 });
  return status('POST', `applications/${body.id}/move`, { from_stage_id: body[field] }, JONAS);
}

async function twoFields(): Promise<unknown> {
  const { body } = await caller.harvest<{ candidate: Shown }>(
    'POST',
    'candidates',
    { ...nils, custom_fields: [{ name_key: 'notice_period', value: '3 months' }] },
    JONAS,
  );
  const patched = await caller.harvest<{ custom_fields: { notice_period: { value: unknown } } }>(
    'PATCH',
    `candidates/${body.candidate.id}`,
    { custom_fields: [{ name_key: 'portfolio', value: 'https://nils.example' }] },
    JONAS,
  );
  return patched.body.custom_fields.notice_period.value;
}

async function website(): Promise<unknown> {
  const website_addresses = [{ value: 'https://nils-fixture.example', type: 'portfolio' }];
  const { body } = await caller.harvest<{ candidate: Shown }>('POST', 'candidates', { ...nils, website_addresses }, JONAS);
  return body.candidate['website_addresses'];
}

async function nested(): Promise<number> {
  caller.sandbox.scopes({ without: ['harvest:applications:create'] });
  return status('POST', 'candidates', { ...nils, application: { job_id: 9001 } }, JONAS);
}

async function plainBody(): Promise<number> {
  const token = await caller.raw<{ access_token: string }>('POST', `/token?grant_type=client_credentials&sub=${JONAS}`, {
    headers: { authorization: caller.basic },
  });
  const headers = { authorization: `Bearer ${token.body.access_token}`, 'content-type': 'text/plain' };
  return (await caller.raw('POST', '/v3/candidates', { body: nils, headers })).status;
}

const file = (bytes: number) => ({
  application_id: MIRAS_APPLICATION,
  filename: 'a.pdf',
  type: 'other',
  content: Buffer.alloc(bytes).toString('base64'),
});
const since = 'gte|2020-01-01T00:00:00Z';
const preflight = async (): Promise<unknown> => {
  const answer = await caller.raw('OPTIONS', '/v3/jobs');
  return [answer.status, answer.headers.get('access-control-allow-origin')];
};

const SWITCHES: [change: Partial<Quirks>, observed: () => Promise<unknown>, usual: unknown, switched: unknown][] = [
  [{ retiredStatus: 410 }, async () => (await caller.raw('GET', '/v1/candidates')).status, 404, 410],
  [
    { forbiddenBody: 'message' },
    refusedList,
    { message: 'Forbidden', errors: ['Only Site Admins may use list endpoints.'] },
    { message: 'Forbidden' },
  ],
  [{ tooManyBody: 'empty' }, overRate, { message: 'Too Many Requests', errors: ['Rate limit exceeded.'] }, undefined],
  [{ attachmentLimitBytes: 9 }, () => status('POST', 'attachments', file(12), JONAS), 201, 422],
  [{ dateFilters: 'pipe' }, () => status('GET', 'jobs?updated_at[gte]=2026-01-01T00:00:00Z'), 200, 422],
  [{ dateFilters: 'bracket' }, () => status('GET', `jobs?updated_at=${since}`), 200, 422],
  [{ customFieldsReplace: true }, twoFields, '3 months', null],
  [{ noteVisibilityAsWritten: true }, async () => (await post('notes', note)).body['visibility'], 'privately_visible', 'private'],
  [{ customFieldPriority: true }, () => status('POST', 'custom_fields', select), 422, 201],
  [{ privateFields: '422' }, () => status('POST', 'custom_fields', { ...hidden, private: true }, AMARA), 201, 422],
  [{ optionsPerField: 2 }, thirdOption, 201, 422],
  [{ unknownTags: '422' }, () => status('POST', 'candidates', { ...nils, tags: ['Never seen'] }, JONAS), 201, 422],
  [{ cors: true }, preflight, [404, null], [204, '*']],
  [{ bothDates: 'allow' }, () => status('GET', `jobs?created_at=${since}&updated_at=${since}`), 422, 200],
  [
    { bodyReferences: 'trusted' },
    () => status('POST', 'applications', { candidate_id: MIRA, job_id: 9001, source_id: 1 }, JONAS),
    422,
    201,
  ],
  [{ noteOnNobody: '422' }, () => status('POST', 'notes', { ...note, candidate_id: 99 }, JONAS), 201, 422],
  [{ privateFilter: 'only' }, async () => (await get(`candidates?ids=${MIRA},${PRIVATE}&private=true`, AMARA)).body.length, 2, 1],
  [{ nestedApplicationScope: true }, nested, 201, 403],
  [{ serviceUserSeesPrivate: true }, async () => (await get(`candidates?ids=${PRIVATE}`)).body.length, 0, 1],
  [{ jsonContentType: 'required' }, plainBody, 201, 422],
  [
    { websitesWithoutScheme: true },
    website,
    [{ value: 'https://nils-fixture.example', type: 'portfolio' }],
    [{ value: 'nils-fixture.example', type: 'portfolio' }],
  ],
  [{ moveFrom: 'application-stage' }, () => moveBy('job_interview_stage_id'), 204, 422],
  [{ moveFrom: 'interview-stage' }, () => moveBy('stage_id'), 204, 422],
];

describe.each(SWITCHES)('%j', (change, observed, usual, switched) => {
  it('has two sides', async () => {
    expect(await observed()).toEqual(usual);
    caller.sandbox.reset();
    caller.sandbox.quirks(change);
    expect(await observed()).toEqual(switched);
  });
});

it('the README names every switch with its default', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const missing = Object.entries(DEFAULT_QUIRKS).filter(([name, value]) => !readme.includes(`| \`${name}\` | \`${value}\` |`));
  expect(missing).toEqual([]);
});

it('a switch can be set on the command line, and a wrong one is refused', () => {
  expect(quirkOf('duplicateApplication=422')).toEqual({ duplicateApplication: '422' });
  expect(quirkOf('listLagMs=60000')).toEqual({ listLagMs: 60_000 });
  expect(quirkOf('autoMerge=true')).toEqual({ autoMerge: true });
  expect(() => quirkOf('autoMerge=perhaps')).toThrow('There is no switch autoMerge=perhaps');
  expect(() => quirkOf('nonsense=1')).toThrow('nonsense');
});
