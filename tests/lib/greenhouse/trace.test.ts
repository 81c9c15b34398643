/** What a report may tell of a call, and what must never be in it. */
import { describe, expect, it } from 'vitest';

import { type CallRecord, callRecordSchema, record } from '#lib/greenhouse/trace.ts';

import { bench, SITE_ADMIN, somebody } from './harvest/bench.ts';
import { bench as partnerBench } from './ingestion/bench.ts';

/** Planted wherever something can be written; none of them is a word of ours. */
const NEEDLES = ['Zebulon', 'Quagga', 'zeb@quagga.example', '5550199', 'quagga-fixture', 'Okapi', 'Numbat', 'secret-of-the-test'];
const person = somebody(
  {
    firstName: 'Zebulon',
    lastName: 'Quagga',
    title: 'Okapi keeper',
    company: 'Numbat',
    emails: [{ value: 'zeb@quagga.example', type: 'personal' }],
    phones: [{ value: '+1 415 5550199', type: 'mobile' }],
    links: [{ url: 'https://github.com/quagga-fixture', kind: 'github' }],
    positions: [{ company: 'Numbat', title: 'Okapi keeper', start: '2020' }],
  },
  { externalId: 'github:quagga-fixture', aliases: ['web:quagga-fixture'], tags: ['Okapi'] },
);

it('of a whole export tells each call, and nothing of the person, the words or the credential', async () => {
  const calls: CallRecord[] = [];
  const at = await bench();
  const { sandbox } = at;
  const greenhouse = at.connect({ actingEmail: SITE_ADMIN, heard: (call) => calls.push(call) });
  await greenhouse.makeExternalIdFields();
  await greenhouse.findByEmail('zeb@quagga.example');
  const { candidateId, applicationId = 0 } = await greenhouse.createPerson(person);
  await greenhouse.findByExternalIds([person.externalId]);
  await greenhouse.findCreatedAround(0, ['https://github.com/quagga-fixture']);
  await greenhouse.linkPerson(candidateId, { externalIds: ['xing:quagga-fixture'], links: person.candidate.links });
  await greenhouse.addNote({ candidateId, applicationId, body: 'Zebulon likes the Okapi', visibility: 'private' });
  await greenhouse.addTags(candidateId, ['Numbat']);
  await greenhouse.addAttachment({ applicationId, filename: 'Quagga.txt', text: 'Zebulon' });
  for (const entry of (await greenhouse.careerOf(person.candidate)).entries) await greenhouse.addToCareer(candidateId, entry);
  await greenhouse.removeTags(candidateId, ['Numbat']);
  await greenhouse.removeApplication(applicationId);

  const text = JSON.stringify(calls);
  for (const needle of [...NEEDLES, sandbox.clientSecret, sandbox.clientId, SITE_ADMIN, btoa('Zebulon')])
    expect(text.toLowerCase(), needle).not.toContain(needle.toLowerCase());
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(at.calls());
  expect(calls.map(({ status }) => status)).toEqual(sandbox.requests().map(({ status }) => status));
  expect(calls.find(({ method, path }) => method === 'POST' && path === '/v3/candidates')).toEqual({
    method: 'POST',
    path: '/v3/candidates',
    query: [],
    body: [
      'first_name',
      'last_name',
      'company',
      'title',
      'email_addresses',
      'phone_numbers',
      'social_media_addresses',
      'tags',
      'custom_fields',
      'application.job_id=9001',
    ],
    status: 201,
    ms: expect.any(Number),
    at: Date.UTC(2026, 10, 21, 10),
    requestId: expect.stringMatching(/^sandbox-/),
  });
  expect(calls.find(({ query }) => query.includes('email'))?.query).toEqual(['per_page', 'email']);
  expect(calls.find(({ path }) => path === '/v3/notes')?.body).toEqual([
    `candidate_id=${candidateId}`,
    `application_id=${applicationId}`,
    'body',
    'visibility',
    'note_type',
  ]);
  for (const call of calls) expect(callRecordSchema.parse(JSON.parse(JSON.stringify(call)))).toEqual(call);
});

it('of a partner tells no key, and not who acts', async () => {
  const calls: CallRecord[] = [];
  const { connect, sandbox } = await partnerBench();
  const greenhouse = connect({ heard: (call) => calls.push(call) });
  const { candidateId } = await greenhouse.createPerson({ ...person, tags: [], note: 'Okapi' });
  await greenhouse.findByIds([candidateId]);
  const text = JSON.stringify(calls);
  for (const needle of [...NEEDLES, sandbox.partnerKey, sandbox.user.email ?? '']) expect(text, needle).not.toContain(needle);
  expect(calls.map(({ path, query }) => [path, query])).toEqual([
    ['/v1/partner/candidates', []],
    ['/v1/partner/candidates', [`candidate_ids=${candidateId}`]],
  ]);
});

describe('a call that failed', () => {
  it.each([
    ['was refused', { do: 'status' as const, status: 422, body: { errors: ['Zebulon is taken'] } }, [422, 'refused']],
    ['got no answer', { do: 'drop-after-commit' as const }, [0, 'unknown']],
    ['got half of one', { do: 'truncate' as const }, [200, 'unknown']],
    ['met trouble', { do: 'status' as const, status: 503 }, [503, 'unknown']],
  ])('%s says so, and whether it may have been done', async (_, fault, told) => {
    const calls: CallRecord[] = [];
    const { connect, sandbox } = await bench();
    sandbox.fault({ match: { method: 'POST', path: '/v3/candidates' }, times: 9, ...fault });
    await expect(connect({ heard: (call) => calls.push(call) }).createPerson(person)).rejects.toThrow();
    expect(calls.filter(({ sent }) => sent !== undefined).map(({ status, sent }) => [status, sent])).toEqual([told]);
    expect(JSON.stringify(calls)).not.toContain('Zebulon');
  });

  it('that was tried again is told each time', async () => {
    const calls: CallRecord[] = [];
    const { connect, sandbox } = await bench();
    sandbox.fault({ match: { path: '/v3/candidates' }, times: 2, do: 'drop-before' });
    await connect({ heard: (call) => calls.push(call) }).findByEmail('zeb@quagga.example');
    expect(calls.filter(({ path }) => path === '/v3/candidates').map(({ status, sent }) => [status, sent])).toEqual([
      [0, 'no'],
      [0, 'no'],
      [200, undefined],
    ]);
  });
});

describe('what is told', () => {
  const told = (url: string, json?: unknown, headers?: Record<string, string>): CallRecord => {
    const calls: CallRecord[] = [];
    const times = [1000, 900];
    const call = { heard: (one: CallRecord) => calls.push(one), now: () => times.shift() ?? 0 };
    record(call, { method: 'post', url, json })(new Response('{}', { status: 200, ...(headers ? { headers } : {}) }));
    return calls[0]!;
  };

  it('is a name only if it is one of ours, and a value only if it is a number of theirs', () => {
    const { query, body } = told(
      'https://harvest.example/v3/candidates?ids=1,2&tag=7&Zebulon=1&job_id=Quagga&cursor=eyJh&a_id=',
      {
        phone: '4155550199',
        candidate_id: 7,
        owner_id: 'zeb@quagga.example',
        Zebulon: { Quagga: 1 },
        application: { job_id: 9, prospect: { 'zeb@quagga.example': 1 } },
        tags: ['Okapi'],
      },
    );
    expect(query).toEqual(['ids=1,2', 'tag', '…', 'job_id', 'cursor', 'a_id']);
    expect(body).toEqual(['phone', 'candidate_id=7', 'owner_id', '…', 'application.job_id=9', 'application.prospect.…', 'tags']);
  });

  it('is no header that could be anything, and no time that runs backwards', () => {
    expect(told('https://h.example/v3/jobs', undefined, { 'X-Request-Id': 'a b <script>' })).not.toHaveProperty('requestId');
    expect(told('https://h.example/v3/jobs')).toMatchObject({ ms: 0, at: 1000, path: '/v3/jobs', query: [], body: [] });
  });
});
