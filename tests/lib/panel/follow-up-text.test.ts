import { beforeEach, expect, test } from 'vitest';

import type { FollowUp } from '#lib/export/schema.ts';
import { followUpLines } from '#lib/panel/follow-up-text.ts';

import { speakEnglish } from '../../components/english.ts';

beforeEach(speakEnglish);

const positions = (...states: FollowUp['state'][]): FollowUp[] =>
  states.map((state, item) => ({ step: 'employments', item, state }));
const NO_RIGHT = { code: 'greenhouse/forbidden' } as const;

test.each<[string, FollowUp[], string[], wrong: boolean]>([
  ['all there', positions('done', 'done'), ['2 positions added.'], false],
  ['on their way', positions('done', 'sending', 'waiting'), ['3 positions: 1 added so far…'], false],
  [
    'one refused',
    positions('done', 'failed', 'done'),
    ['2 of 3 positions added. Not added: 1 position. Add what is missing by hand in Greenhouse.'],
    true,
  ],
  [
    'of one nobody knows',
    positions('done', 'unknown'),
    ['1 of 2 positions added. Nobody knows whether 1 position arrived. Look before you add anything by hand.'],
    true,
  ],
  [
    'what has no place',
    [...positions('done'), { step: 'employments', item: 1, state: 'skipped', lacks: 'start' }],
    ['1 position added. Left out: 1 position without a start date.'],
    false,
  ],
  [
    'without the right',
    positions('skipped', 'skipped').map((one) => ({ ...one, error: NO_RIGHT })),
    ['Left out: 2 positions, which this credential may not add.'],
    false,
  ],
  ['left out by word', positions('done', 'skipped'), ['1 position added. Left out: 1 position.'], false],
  ['still looked through', [{ step: 'career', state: 'sending' }], ['Positions and education are going up…'], false],
  [
    'a file on no job',
    [{ step: 'attachment', state: 'skipped', error: { code: 'greenhouse/not-found' } }],
    ['The file was left out: they are on no job to hang it on.'],
    false,
  ],
  [
    'a file and a note',
    [
      { step: 'note', state: 'done' },
      { step: 'attachment', state: 'lost' },
    ],
    ['Greenhouse did not answer. Looking whether the file arrived…'],
    false,
  ],
])('%s', (_what, followUps, texts, wrong) => {
  expect(followUpLines(followUps)).toEqual(texts.map((text) => ({ text, wrong })));
});

test('positions and schools are told apart', () => {
  const both: FollowUp[] = [...positions('done'), { step: 'educations', item: 1, state: 'skipped', lacks: 'school' }];
  expect(followUpLines(both).map(({ text }) => text)).toEqual([
    '1 position added.',
    'Left out: 1 school that is not on Greenhouse’s list.',
  ]);
});
