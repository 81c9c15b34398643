import { expect, test, vi } from 'vitest';

import { draftOf, type Draft } from '#lib/panel/draft.ts';
import { createTeaching, type TeachingPorts } from '#lib/panel/teaching.ts';
import type { Reading } from '#lib/candidate/reading.ts';
import { AppError } from '#lib/errors.ts';
import type { Picked } from '#lib/teach/lesson.ts';
import type { Rule } from '#lib/teach/schema.ts';

const ADDRESS = 'https://www.linkedin.com/in/tove-ekdal-fixture/';
const RULE: Rule = { field: 'title', ways: [{ from: { name: true }, go: [{ beside: 'p', by: 1 }] }], around: ['p'] };

const reading = (changes: Partial<Reading> = {}): Reading => ({
  status: 'partial',
  site: 'linkedin',
  externalId: 'linkedin:tove-ekdal-fixture',
  url: ADDRESS,
  candidate: {
    fullName: 'Tove Ekdal',
    emails: [],
    phones: [],
    links: [],
    positions: [],
    education: [],
    skills: [],
    languages: [],
  },
  aliases: [],
  missing: ['title', 'positions'],
  evidence: {},
  ...changes,
});

function world(read = reading(), picked: Partial<Picked> | undefined = {}) {
  const answer = picked && { address: ADDRESS, value: '', lines: ['Tide modeller'], rule: RULE, ...picked };
  const ports = {
    point: vi.fn<TeachingPorts['point']>(() => Promise.resolve(answer)),
    stop: vi.fn<TeachingPorts['stop']>(() => Promise.resolve()),
    keep: vi.fn<TeachingPorts['keep']>(() => Promise.resolve('linkedin.com')),
    stopped: vi.fn<TeachingPorts['stopped']>(() => Promise.resolve([])),
    remove: vi.fn<TeachingPorts['remove']>(() => Promise.resolve()),
  };
  const lent: { now: Draft | undefined; readAgain: () => void } = {
    now: draftOf(read, 'linkedin:tove-ekdal-fixture', 'x'),
    readAgain: vi.fn<() => void>(),
  };
  const model = createTeaching(ports, {
    tabId: () => 7,
    draft: () => lent.now,
    amend: (how: (draft: Draft) => Draft) => {
      if (lent.now) lent.now = how(lent.now);
    },
    readAgain: lent.readAgain,
  });
  return { ports, lent, model };
}

test('one text is taken at once: into the draft as shown by the recruiter, and kept for the next pages', async () => {
  const { model, lent, ports } = world();
  await model.point('title', 'Title');
  expect(model.state.value).toEqual({ is: 'taken', field: 'title', value: 'Tide modeller', host: 'linkedin.com' });
  expect(lent.now?.candidate.title).toBe('Tide modeller');
  expect(lent.now?.reading.evidence['title']).toEqual({ from: 'taught', confidence: 1 });
  expect(lent.now?.reading.missing).toEqual(['positions']);
  expect(ports.keep).toHaveBeenCalledWith(RULE, ADDRESS, { instead: false });
});

test('of a longer text the recruiter says which part, and the rule says it too', async () => {
  const { model, lent, ports } = world(reading(), { lines: ['Tide modeller at Nordlys'] });
  await model.point('title', 'Title');
  const { state } = model;
  if (state.value.is !== 'picked') throw new Error(state.value.is);
  const [, part] = state.value.choices;
  if (!part) throw new Error('no part');
  await model.take(part);
  expect(lent.now?.candidate.title).toBe('Tide modeller');
  expect(ports.keep).toHaveBeenCalledWith({ ...RULE, part: { separator: ' at ', n: 0 } }, ADDRESS, { instead: false });
});

test('where the reader was wrong the rule corrects it, and remembers how sure the reader was', async () => {
  const wrong = reading({ evidence: { title: { from: 'landmark', confidence: 0.9 } } });
  const { model, ports } = world({
    ...wrong,
    candidate: { ...(wrong.candidate as NonNullable<Reading['candidate']>), title: 'Message' },
  });
  await model.point('title', 'Title');
  expect(ports.keep).toHaveBeenCalledWith({ ...RULE, corrects: true }, ADDRESS, { instead: false, readerWas: 0.9 });
});

test('where a rule was wrong the new one takes its place', async () => {
  const wrong = reading({ evidence: { title: { from: 'taught', confidence: 0.9 } } });
  const { model, ports } = world({
    ...wrong,
    candidate: { ...(wrong.candidate as NonNullable<Reading['candidate']>), title: 'Message' },
  });
  await model.point('title', 'Title');
  expect(ports.keep).toHaveBeenCalledWith(RULE, ADDRESS, { instead: true });
});

test('without a lasting way there the value is taken for this person alone', async () => {
  const { model, lent, ports } = world(reading(), { rule: null });
  await model.point('title', 'Title');
  expect(model.state.value).toEqual({ is: 'taken', field: 'title', value: 'Tide modeller' });
  expect(lent.now?.candidate.title).toBe('Tide modeller');
  expect(ports.keep).not.toHaveBeenCalled();
});

test('a name is split, and an address checked and typed, as on any page', async () => {
  const named = world(reading(), { lines: ['Dr. Greta von der Au'] });
  await named.model.point('fullName', 'Name');
  expect(named.lent.now?.candidate).toMatchObject({ firstName: 'Greta', lastName: 'von der Au' });
  const mailed = world(reading(), { value: 'tove@ekdal.example', lines: ['Email tove@ekdal.example'] });
  await mailed.model.point('emails', 'Email');
  expect(mailed.lent.now?.candidate.emails.map(({ value }) => value)).toEqual(['tove@ekdal.example']);
});

test('on a page of nobody the page is read again: the rule says who it is', async () => {
  const { model, lent, ports } = world(reading(), { lines: ['Tove Ekdal'] });
  lent.now = undefined;
  await model.point('fullName', 'Name');
  expect(ports.keep).toHaveBeenCalledTimes(1);
  expect(lent.readAgain).toHaveBeenCalledTimes(1);
});

test('what cannot be a value is said, and nothing is changed', async () => {
  const { model, lent } = world(reading(), { lines: ['· 2nd'] });
  await model.point('title', 'Title');
  expect(model.state.value).toEqual({ is: 'nothing', field: 'title' });
  expect(lent.now?.candidate.title).toBeUndefined();
});

test('whoever leaves chooses again; an answer after the panel was closed, or about somebody else, is dropped', async () => {
  const left = world();
  left.ports.point.mockResolvedValueOnce(undefined);
  await left.model.point('title', 'Title');
  expect(left.model.state.value).toEqual({ is: 'choosing' });

  const closed = world();
  const pointing = closed.model.point('title', 'Title');
  closed.model.close();
  await pointing;
  expect(closed.model.state.value).toEqual({ is: 'closed' });
  expect(closed.ports.stop).toHaveBeenCalledWith(7);
  expect(closed.lent.now?.candidate.title).toBeUndefined();

  const moved = world();
  const other = moved.model.point('title', 'Title');
  moved.lent.now = draftOf(reading(), 'linkedin:somebody-else-fixture', 'y');
  await other;
  expect(moved.lent.now.candidate.title).toBeUndefined();
  expect(moved.ports.keep).not.toHaveBeenCalled();
});

test('a refusal of the browser is told', async () => {
  const { model, ports } = world();
  ports.point.mockRejectedValueOnce(new AppError('page/no-access'));
  await model.point('title', 'Title');
  expect(model.state.value).toMatchObject({ is: 'failed', error: { code: 'page/no-access' } });
});
