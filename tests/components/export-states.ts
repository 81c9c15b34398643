/** Every way in which an export can stand before a recruiter: beside its profile, and in the queue, each as one view and what was pressed. */
import { AppError, type WireError } from '#lib/errors.ts';
import type { ExportView } from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';

import { known, matchOf, NOW, PLATFORM, readingOf, STAFF } from '../lib/panel/people.ts';
import type { World } from './open-panel.tsx';

export interface ExportState {
  name: string;
  /** Of whoever is on show, unless it says of whom. */
  views: Partial<ExportView>[];
  before?: (world: World) => void;
  /** The names of buttons, each pressed once it is there. */
  press?: string[];
}

const [OURS, THEIRS] = [551, 550];
const soon = { retryAt: NOW + 20_000 };
const failed = (code: WireError['code'], detail?: WireError['detail']): Pick<ExportView, 'error'> => ({
  error: { code, ...(detail ? { detail } : {}) },
});

const person = (candidateId: number, changes: Partial<Match['person']>): Match => ({
  person: { ...matchOf(candidateId).person, ...changes },
  agrees: [],
});
const BOTH = [
  person(OURS, {
    title: 'Site Reliability Engineer',
    company: 'Quayside Shipping and Logistics',
    phones: ['+49 30 1234567'],
    urls: ['https://www.linkedin.com/in/mira-okafor-fixture'],
    createdAt: new Date(NOW - 60_000).toISOString(),
  }),
  person(THEIRS, {
    firstName: 'Miriam',
    title: 'Principal Engineer',
    emails: ['miriam.okafor@a-rather-long-domain.example'],
    tags: ['rust', 'berlin'],
    createdAt: new Date(NOW - 90_000).toISOString(),
  }),
];
const bothShown = ({ ports }: World) => void ports.exports.people.mockResolvedValue(BOTH);

const twice: Partial<ExportView> = {
  state: 'needs-you',
  question: 'twice',
  outcome: 'created',
  candidateId: OURS,
  twins: [THEIRS],
};
/** What is over is told beside the profile to whoever saw it going. */
const going: Partial<ExportView> = { state: 'creating' };
const made = { state: 'done', outcome: 'created', candidateId: OURS, applicationId: 31, jobName: STAFF.name, name: '' } as const;
const steppedBack = { state: 'done', outcome: 'stepped-back', candidateId: THEIRS, name: '' } as const;

const mayBeUndone = ({ ports }: World) =>
  void ports.exports.undoable.mockResolvedValue({
    can: ['application', 'person'],
    cannot: [
      { what: 'tags', why: 'others-work' },
      { what: 'note', why: 'no-call' },
      { what: 'emails', why: 'no-call' },
    ],
  });
const refusedPart: ExportView['back'] = [
  { part: 'application', state: 'done' },
  { part: 'person', state: 'failed', ...failed('greenhouse/forbidden', { scope: 'harvest:candidates:destroy' }) },
];

const ASKED: Partial<ExportView> = {
  state: 'needs-you',
  question: 'follow-up',
  outcome: 'created',
  candidateId: OURS,
  followUps: [
    { step: 'note', state: 'unknown' },
    { step: 'tags', state: 'failed', ...failed('greenhouse/forbidden', { scope: 'harvest:applied_candidate_tags:create' }) },
    { step: 'employments', item: 0, state: 'failed', ...failed('greenhouse/invalid') },
    { step: 'employments', item: 1, state: 'failed', ...failed('greenhouse/invalid') },
  ],
};

/** Beside the profile. */
const FOOT: ExportState[] = [
  {
    name: 'along',
    views: [],
    before: ({ ports }) =>
      void ports.tab.read.mockResolvedValue(
        readingOf('mira-okafor-fixture', {
          positions: [
            { title: 'Engineer', company: 'Quayside', start: '2021-07', current: true },
            { title: 'Operator', company: 'Harbour', start: '2018', end: '2021' },
            { title: 'Volunteer', company: 'Dunes' },
            { company: 'Mole', start: '2010' },
          ],
          education: [{ school: 'Universität Tannenau' }, { degree: 'Master’s Degree' }],
        }),
      ),
  },
  { name: 'held', views: [{ jobName: STAFF.name }] },
  {
    name: 'known-by-now',
    views: [{ state: 'needs-you', question: 'known', candidateIds: [550], jobName: STAFF.name }],
    before: ({ ports }) => void ports.greenhouse.find.mockResolvedValue(known),
  },
  { name: 'gone', views: [{ state: 'needs-you', question: 'gone', candidateIds: [550], jobName: STAFF.name }] },
  { name: 'looking', views: [{ state: 'creating', waitsFor: 'answer-lost', ...soon }] },
  { name: 'unknown-outcome', views: [{ state: 'needs-you', question: 'unknown-outcome', ...soon }] },
  { name: 'cannot-look', views: [{ state: 'needs-you', question: 'cannot-look' }] },
  { name: 'job-closed', views: [{ state: 'needs-you', question: 'job-closed', jobName: PLATFORM.name }] },
  { name: 'storage-full', views: [{ state: 'matching', waitsFor: 'storage', ...failed('storage/full') }] },
  { name: 'refused', views: [{ state: 'needs-you', ...failed('greenhouse/forbidden', { scope: 'harvest:candidates:create' }) }] },
  { name: 'unreadable', views: [{ state: 'needs-you', ...failed('storage/corrupt') }] },
  { name: 'twice', views: [twice], before: bothShown },
  {
    name: 'twice-unlisted',
    views: [twice],
    before: ({ ports }) => void ports.exports.people.mockResolvedValue(BOTH.slice(0, 1)),
  },
  {
    name: 'twice-not-read',
    views: [twice],
    before: ({ ports }) => void ports.exports.people.mockRejectedValue(new AppError('greenhouse/unreachable')),
  },
  {
    name: 'twice-refused',
    views: [{ ...twice, ...failed('greenhouse/forbidden', { scope: 'harvest:candidates:merge' }) }],
    before: bothShown,
  },
  {
    name: 'merging-looking',
    views: [{ state: 'merging', outcome: 'created', candidateId: OURS, twins: [THEIRS], waitsFor: 'answer-lost', ...soon }],
  },
  { name: 'merged', views: [going, { ...made, outcome: 'merged', candidateId: THEIRS }] },
  { name: 'stepped-back', views: [going, steppedBack] },
  { name: 'stepped-back-left', views: [going, { ...steppedBack, twins: [OURS] }] },
  { name: 'first-of-two', views: [going, { ...made, candidateId: THEIRS, twins: [OURS] }] },
  { name: 'follow-up-asked', views: [ASKED] },
  { name: 'done', views: [going, made] },
  { name: 'undo-asked', views: [going, made], before: mayBeUndone, press: ['Undo…'] },
  { name: 'undo-nothing', views: [going, made], press: ['Undo…'] },
  {
    name: 'taking-back-later',
    views: [going, { ...made, state: 'taking-back', back: [{ part: 'application', state: 'waiting' }], ...soon }],
  },
  { name: 'taken-back-in-part', views: [going, { ...made, state: 'taken-back', back: refusedPart }] },
  {
    name: 'taken-back',
    views: [
      going,
      {
        state: 'taken-back',
        outcome: 'created',
        name: '',
        back: [
          { part: 'application', state: 'done' },
          { part: 'person', state: 'done' },
        ],
      },
    ],
  },
];

let at = 0;
/** Somebody else's, so it stands in the queue. */
function queued(name: string, view: Partial<ExportView>): Partial<ExportView> {
  at += 1;
  const slug = name.toLowerCase().replace(' ', '-');
  return { id: `00000000-0000-4000-8000-${String(at).padStart(12, 'b')}`, externalId: `linkedin:${slug}-fixture`, name, ...view };
}

const QUEUE: ExportState[] = [
  {
    name: 'queue-under-way',
    views: [
      queued('Tomas Brandt', { jobName: STAFF.name }),
      queued('Nils Lindqvist', { state: 'creating' }),
      queued('Malin Ek', { state: 'attaching', outcome: 'created', candidateId: 560 }),
      queued('Edvin Strand', {
        state: 'attaching',
        outcome: 'created',
        candidateId: 561,
        ...soon,
        ...failed('greenhouse/unreachable'),
      }),
      queued('Frida Holm', { state: 'matching', ...soon, ...failed('greenhouse/unreachable') }),
      queued('Greta Alm', { state: 'matching', waitsFor: 'another-export', ...soon }),
      queued('Hugo Wik', { state: 'creating', waitsFor: 'answer-lost', ...soon }),
      queued('Iris Dal', { state: 'matching', waitsFor: 'storage', ...failed('storage/full') }),
      queued('Joel Berg', { state: 'matching', elsewhere: true, organisation: 'Aspen Works' }),
      queued('Karin Lund', { state: 'matching', elsewhere: true, waitsFor: 'other-user' }),
      queued('Lars Ö', {
        state: 'merging',
        outcome: 'created',
        candidateId: 562,
        twins: [563],
        waitsFor: 'answer-lost',
        ...soon,
      }),
    ],
  },
  {
    name: 'queue-needs-you',
    views: [
      queued('Tomas Brandt', { state: 'needs-you', question: 'known', candidateIds: [550], jobName: STAFF.name }),
      queued('Nils Lindqvist', { state: 'needs-you', question: 'gone', candidateIds: [550] }),
      queued('Malin Ek', { state: 'needs-you', question: 'hidden', candidateIds: [550] }),
      queued('Edvin Strand', { state: 'needs-you', question: 'unknown-outcome', ...soon }),
      queued('Frida Holm', { state: 'needs-you', question: 'cannot-look' }),
      queued('Greta Alm', { state: 'needs-you', ...failed('settings/passphrase') }),
      queued('Hugo Wik', { state: 'needs-you', ...failed('storage/corrupt') }),
      queued('Iris Dal', { state: 'needs-you', ...failed('greenhouse/forbidden', { scope: 'harvest:candidates:create' }) }),
      queued('Joel Berg', { state: 'needs-you', ...failed('greenhouse/unauthorized') }),
      queued('Karin Lund', ASKED),
    ],
  },
  {
    name: 'queue-over',
    views: [
      queued('Tomas Brandt', { ...made, name: 'Tomas Brandt', followUps: [{ step: 'note', state: 'failed' }] }),
      queued('Nils Lindqvist', { state: 'abandoned' }),
      queued('Malin Ek', { ...made, name: 'Malin Ek', candidateId: THEIRS, twins: [OURS] }),
      queued('Edvin Strand', { ...steppedBack, name: 'Edvin Strand', twins: [OURS] }),
      queued('Frida Holm', { ...made, name: 'Frida Holm', state: 'taken-back', back: refusedPart }),
      queued('Greta Alm', {
        ...made,
        name: 'Greta Alm',
        state: 'taking-back',
        back: [{ part: 'person', state: 'waiting' }],
        ...soon,
      }),
    ],
  },
  {
    name: 'queue-more',
    views: [queued('Edvin Strand', { state: 'needs-you', question: 'unknown-outcome', ...soon })],
    press: ['More: Edvin Strand'],
  },
  {
    name: 'queue-choose',
    views: [queued('Tomas Brandt', { state: 'needs-you', question: 'known', candidateIds: [550], jobName: STAFF.name })],
    before: ({ ports }) => void ports.exports.people.mockResolvedValue(known.matches),
    press: ['Choose: Tomas Brandt'],
  },
  {
    name: 'queue-job-closed',
    views: [queued('Tomas Brandt', { state: 'needs-you', question: 'job-closed', jobName: PLATFORM.name })],
    press: ['Choose: Tomas Brandt'],
  },
  { name: 'queue-twice', views: [queued('Tomas Brandt', twice)], before: bothShown, press: ['Choose: Tomas Brandt'] },
  {
    name: 'queue-undo-asked',
    views: [queued('Tomas Brandt', { ...made, name: 'Tomas Brandt', followUps: [{ step: 'note', state: 'failed' }] })],
    before: mayBeUndone,
    press: ['Undo…: Tomas Brandt'],
  },
  {
    name: 'queue-report',
    views: [queued('Malin Ek', { state: 'needs-you', ...failed('greenhouse/invalid') })],
    before: ({ ports }) =>
      void ports.exports.report.mockResolvedValue(
        JSON.stringify({ gleaner: '0.1.0', calls: [{ method: 'POST', status: 422 }] }, null, 2),
      ),
    press: ['Report for support: Malin Ek'],
  },
];

export const EXPORT_STATES: readonly ExportState[] = [...FOOT, ...QUEUE];
