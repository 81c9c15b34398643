import { describe, expect, test } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';

import { contradicts, shownWrongly } from './says.ts';
import type { Truth } from './truth.ts';

const view = (changes: Partial<ExportView>): ExportView => ({
  id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b01',
  externalId: 'linkedin:ines-1-fixture',
  name: 'Ines Fixture 1',
  state: 'matching',
  startedAt: 1,
  followUps: [],
  ...changes,
});
const queued = (sentence: string, ...leadsTo: number[]) => ({
  queued: `Ines Fixture 1\nfor Engineer\n${sentence}`,
  leadsTo,
  head: '',
});
const headed = (head: string) => ({ queued: '', leadsTo: [], head });

const TRUTH: Truth = { people: [17], makes: { candidates: 1, applications: 1, notes: 0, tags: 0 } };

describe('what the panel says', () => {
  test('agrees with the view that it is of', () => {
    const looking = view({ state: 'creating', retryAt: 5 });
    const sentence = 'It went out and the answer was lost. Looking whether it arrived, again at 14:00.';
    expect(contradicts(queued(sentence), looking)).toBeUndefined();
    expect(contradicts(queued(sentence), view({ state: 'done', outcome: 'created' }))).toContain('panel_row_looking');
  });

  test('is something wherever somebody has to wait or to answer, and nothing need be said of who arrived', () => {
    expect(contradicts(queued(''), view({ state: 'needs-you', question: 'known' }))).toContain('nothing known');
    expect(contradicts(queued('Wait a little.'), view({ retryAt: 5 }))).toContain('Wait a little');
    expect(contradicts(headed(''), view({ state: 'done', outcome: 'created' }))).toBeUndefined();
    const leftBehind = view({ state: 'done', outcome: 'created', followUps: [{ step: 'note', state: 'failed' }] });
    expect(contradicts(headed(''), leftBehind)).toContain('nothing');
  });

  test('in the foot is a headline, of which those about errors have words of their own', () => {
    const created = view({ state: 'done', outcome: 'created' });
    expect(contradicts(headed('Ines Fixture 1 is in Greenhouse'), created)).toBeUndefined();
    expect(contradicts(headed('This person is in Greenhouse by now'), created)).toContain('panel_question_known');
    const waiting = view({ retryAt: 5, error: { code: 'greenhouse/unreachable' } });
    expect(contradicts(headed('Greenhouse cannot be reached'), waiting)).toBeUndefined();
  });

  test('is held against Greenhouse', () => {
    expect(shownWrongly(queued('Held until 14:00. Nothing has been sent yet.'), TRUTH)).toHaveLength(1);
    expect(shownWrongly(queued('In Greenhouse. The rest is going up…'), TRUTH)).toEqual([]);
    expect(shownWrongly(queued('In Greenhouse. The rest is going up…'), { people: [], makes: { applications: 0 } })).toHaveLength(
      1,
    );
  });

  test('of a record that could not be deleted leads to it, and is so', () => {
    const left = view({ state: 'taken-back', outcome: 'stepped-back', candidateId: 16, twins: [17] });
    const sentence = 'The other record stays. Your application is gone; your record itself could not be deleted.';
    expect(contradicts(queued(sentence, 17), left)).toBeUndefined();
    expect(contradicts(queued(sentence, 16), left)).toContain('nothing leads to 17');
    const unsure = {
      ...left,
      back: [{ part: 'person', state: 'failed', error: { code: 'greenhouse/unknown-outcome' } }],
    } as const;
    expect(contradicts(queued(sentence, 17), { ...unsure, back: [...unsure.back] })).toContain('panel_row_left_of_two');
    const both = { people: [16, 17], makes: { candidates: 2, applications: 1 } };
    expect(shownWrongly(queued(sentence, 17), both)).toEqual([]);
    expect(shownWrongly(queued(sentence, 17), TRUTH)).toHaveLength(1);
    expect(shownWrongly(queued(sentence, 17), { ...both, makes: { candidates: 2, applications: 2 } })).toHaveLength(1);
  });

  test('of two records is so', () => {
    const twice = queued('Somebody else made a record of them in the same moment.');
    expect(shownWrongly(twice, TRUTH)).toHaveLength(1);
    expect(shownWrongly(twice, { ...TRUTH, people: [16, 17] })).toEqual([]);
  });
});
