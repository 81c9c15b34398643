import { beforeEach, describe, expect, test } from 'vitest';

import { exportStates, questionSchema, waitsForSchema, type ExportView } from '#lib/export/schema.ts';
import { queueRowOf, type QueueAction } from '#lib/panel/queue.ts';
import { isQueued } from '#lib/panel/sending.ts';

import { english, speakEnglish } from '../../components/english.ts';
import { NOW, viewOf } from './people.ts';

beforeEach(speakEnglish);

const AT = NOW + 15_000;
const said = (view: Partial<ExportView>): string => {
  const { key, args } = queueRowOf(viewOf(view)).says;
  return args.reduce<string>((text, arg, place) => text.replace(`$${place + 1}`, arg), english(key) ?? '');
};
const ways = (view: Partial<ExportView>): QueueAction[] => {
  const { action, also } = queueRowOf(viewOf(view));
  return [...(action ? [action] : []), ...also].filter((way) => way !== 'report');
};

const DIED = { code: 'greenhouse/unreachable' } as const;
const THERE = { candidateId: 550, outcome: 'created' } as const;
const LEFT = [{ step: 'note', state: 'failed' }] as const satisfies ExportView['followUps'];

/** [the view, what is said of it, the one action and then the others] */
const TABLE: [Partial<ExportView>, RegExp, QueueAction[]][] = [
  [{ state: 'held', heldUntil: AT }, /^Held until \d.*Nothing has been sent yet/, ['undo', 'send-now']],
  [{ state: 'matching' }, /^Sending…$/, []],
  [{ state: 'matching', retryAt: AT, error: DIED }, /^Next try at \d/, ['retry', 'drop']],
  [{ state: 'matching', retryAt: AT, waitsFor: 'another-export' }, /may be of the same person/, ['retry', 'drop']],
  [{ state: 'creating' }, /^Sending…$/, []],
  [{ state: 'creating', retryAt: AT, waitsFor: 'answer-lost' }, /answer was lost.*again at \d/, ['look', 'drop']],
  [{ state: 'created', ...THERE }, /^In Greenhouse. The rest is going up/, ['open']],
  [{ state: 'attaching', ...THERE }, /^In Greenhouse. The rest is going up/, ['open']],
  [{ state: 'attaching', ...THERE, retryAt: AT }, /^In Greenhouse. The rest goes on at \d/, ['retry', 'open', 'leave-rest']],
  [
    { state: 'done', ...THERE, followUps: [...LEFT] },
    /^In Greenhouse, but something was left behind/,
    ['open', 'take-back', 'dismiss'],
  ],
  [{ state: 'taking-back', ...THERE }, /^Taking it back…$/, []],
  [{ state: 'taking-back', ...THERE, retryAt: AT, error: DIED }, /^Not all is taken back yet. Next try at \d/, ['retry', 'keep']],
  [{ state: 'taking-back', ...THERE, error: { code: 'settings/passphrase' } }, /passphrase/, ['unlock', 'drop']],
  [
    { state: 'taken-back', ...THERE, back: [{ part: 'person', state: 'failed' }] },
    /^Not all of it/,
    ['open', 'take-back', 'dismiss'],
  ],
  // The recruiter said that they are there, and not as whom.
  [{ state: 'done', outcome: 'created', followUps: [...LEFT] }, /^In Greenhouse, but/, ['dismiss']],
  [{ state: 'abandoned' }, /^Let go. It may have been sent.*looks for them first/, ['dismiss']],
  [{ state: 'needs-you', question: 'known', candidateIds: [550] }, /may be this person.*Choose/, ['choose', 'drop']],
  [
    { state: 'needs-you', question: 'follow-up', ...THERE, retryAt: AT, followUps: [...LEFT] },
    /^In Greenhouse, but not everything arrived/,
    ['retry-step', 'skip-step', 'open'],
  ],
  [{ state: 'needs-you', question: 'job-closed' }, /the job was closed/, ['choose', 'drop']],
  [{ state: 'needs-you', question: 'gone' }, /does not show the person.*Choose/, ['choose', 'drop']],
  [
    { state: 'needs-you', question: 'twice', outcome: 'created', candidateId: 551, candidateIds: [550] },
    /in the same moment/,
    ['choose', 'open'],
  ],
  [{ state: 'merging', ...THERE }, /^The two records of them are being made one/, []],
  [{ state: 'merging', ...THERE, retryAt: AT, waitsFor: 'answer-lost' }, /answer was lost.*again at \d/, ['look']],
  [
    { state: 'done', ...THERE, twins: [551] },
    /^In Greenhouse. Somebody else made a second record.*yours stays/,
    ['open', 'dismiss'],
  ],
  [
    { state: 'taken-back', candidateId: 550, outcome: 'stepped-back', twins: [551] },
    /^The other record stays. Your application is gone; your record itself could not be deleted/,
    ['open', 'dismiss'],
  ],
  [
    {
      state: 'taken-back',
      candidateId: 550,
      outcome: 'stepped-back',
      twins: [551],
      back: [{ part: 'person', state: 'failed', error: { code: 'greenhouse/unknown-outcome' } }],
    },
    /^The other record stays. Your application is gone; nobody knows whether your record is/,
    ['open', 'dismiss'],
  ],
  [{ state: 'needs-you', question: 'hidden', candidateIds: [550] }, /does not show them.*Choose/, ['choose', 'drop']],
  [
    { state: 'needs-you', question: 'unknown-outcome', retryAt: AT },
    /^Nobody knows whether it arrived.*looks again at \d/,
    ['look', 'is-there', 'create-anyway', 'drop'],
  ],
  [
    { state: 'needs-you', question: 'unknown-outcome' },
    /^Nobody knows whether it arrived.*Look in Greenhouse/,
    ['look', 'is-there', 'create-anyway', 'drop'],
  ],
  [
    { state: 'needs-you', question: 'cannot-look' },
    /^Nobody knows whether it arrived, and Gleaner cannot look/,
    ['is-there', 'create-anyway', 'drop'],
  ],
  [{ state: 'needs-you', error: { code: 'settings/passphrase' } }, /passphrase/, ['unlock', 'drop']],
  [{ state: 'needs-you', error: { code: 'storage/corrupt' } }, /cannot read it any more/, ['drop']],
  [
    { state: 'needs-you', error: { code: 'storage/corrupt' }, elsewhere: true, organisation: 'Birch Labs', candidateId: 550 },
    /cannot read it any more/,
    ['drop'],
  ],
  [{ state: 'needs-you', error: { code: 'greenhouse/forbidden' } }, /stopped/, ['settings', 'retry', 'drop']],
  [{ state: 'needs-you', error: { code: 'greenhouse/invalid' } }, /stopped/, ['retry', 'drop']],
  [{ state: 'creating', waitsFor: 'storage', error: { code: 'storage/full' } }, /Free some disk space/, []],
  [{ state: 'held', elsewhere: true, organisation: 'Birch Labs' }, /^Waits for Birch Labs\./, ['settings', 'drop']],
  [{ state: 'needs-you', elsewhere: true }, /^Waits for the Greenhouse it was meant for/, ['settings', 'drop']],
  [{ state: 'matching', elsewhere: true, waitsFor: 'other-user' }, /user who began it/, ['settings', 'drop']],
];

test.each(TABLE)('%j', (view, sentence, actions) => {
  expect(said(view)).toMatch(sentence);
  expect(said(view)).not.toContain('$');
  expect(ways(view)).toEqual(actions);
});

test('each can be reported once something was tried', () => {
  const unreported = TABLE.filter(([view]) => !queueRowOf(viewOf(view)).also.includes('report')).map(([{ state }]) => state);
  expect(unreported).toEqual(['held', 'matching', 'creating', 'created', 'attaching']);
});

test('the table has every state, question and reason to wait', () => {
  const views = TABLE.map(([view]) => view);
  const states = exportStates.filter((state) => state !== 'undone');
  expect(states.filter((state) => !views.some((view) => view.state === state))).toEqual([]);
  expect(questionSchema.options.filter((question) => !views.some((view) => view.question === question))).toEqual([]);
  expect(waitsForSchema.options.filter((reason) => !views.some(({ waitsFor }) => waitsFor === reason))).toEqual([]);
});

describe('over every state, question and reason to wait', () => {
  const views = exportStates.flatMap((state) =>
    [undefined, ...questionSchema.options].flatMap((question) =>
      [undefined, ...waitsForSchema.options].flatMap((waitsFor) =>
        [undefined, AT].map((retryAt) =>
          viewOf({ state, ...(question && { question }), ...(waitsFor && { waitsFor }), ...(retryAt && { retryAt }) }),
        ),
      ),
    ),
  );

  test('nothing is said to be unsent but what is held', () => {
    const unsent = views.filter((view) => /nothing (has been|was) sent/i.test(english(queueRowOf(view).says.key) ?? ''));
    expect([...new Set(unsent.map(({ state }) => state))]).toEqual(['held']);
  });

  test('whatever may be on its way is never sent again by one press', () => {
    const lost = views.filter(({ state, question }) => state === 'creating' || question === 'unknown-outcome');
    for (const view of lost) expect(queueRowOf(view).action).not.toBe('create-anyway');
  });

  test('an export that needs somebody has something that they can do, wherever it can be written down', () => {
    const stopped = views.filter(({ state, waitsFor }) => state === 'needs-you' && waitsFor !== 'storage');
    expect(stopped.filter((view) => queueRowOf(view).action === undefined)).toEqual([]);
  });
});

test('what may have been sent is told of for a day after it was let go, what was left behind for as long as it is kept', () => {
  const letGo = viewOf({ state: 'abandoned', writtenAt: NOW });
  expect(isQueued(letGo, NOW + 60_000)).toBe(true);
  expect(isQueued(letGo, NOW + 25 * 60 * 60_000)).toBe(false);
  expect(isQueued(viewOf({ state: 'undone' }), NOW)).toBe(false);
  expect(isQueued(viewOf({ state: 'done', ...THERE }), NOW)).toBe(false);
  expect(isQueued(viewOf({ state: 'done', ...THERE, followUps: [...LEFT] }), NOW)).toBe(true);
  expect(isQueued(viewOf({ state: 'attaching', ...THERE, retryAt: AT }), NOW)).toBe(true);
});

test('that two records came to be is told to both who made them, until they take it off the list', () => {
  const first = viewOf({ state: 'done', ...THERE, twins: [551] });
  expect(isQueued(first, NOW)).toBe(true);
  expect(isQueued({ ...first, dismissed: true }, NOW)).toBe(false);
  expect(isQueued(viewOf({ state: 'done', ...THERE, twins: [549] }), NOW), 'its own was the later, and was kept').toBe(false);
  const left = viewOf({ state: 'taken-back', outcome: 'stepped-back', candidateId: 550, twins: [551] });
  expect(isQueued(left, NOW)).toBe(true);
  const { twins: _gone, ...clean } = left;
  expect(isQueued(clean, NOW)).toBe(false);
});

test('what is over is not told of any longer once it was taken off the list', () => {
  expect(isQueued(viewOf({ state: 'abandoned', writtenAt: NOW, dismissed: true }), NOW)).toBe(false);
  expect(isQueued(viewOf({ state: 'done', ...THERE, followUps: [...LEFT], dismissed: true }), NOW)).toBe(false);
  expect(isQueued(viewOf({ state: 'needs-you', dismissed: true }), NOW)).toBe(true);
});
