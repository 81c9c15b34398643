import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { ExportView } from '#lib/export/schema.ts';
import { agreementSchema } from '#lib/identity/schema.ts';
import { toolbarOf, type Seen } from '#lib/indicators/toolbar.ts';

import { speakEnglish } from '../../components/english.ts';
import { known, possible, stranger } from './verdicts.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  speakEnglish();
});

const person = (rest: Partial<Extract<Seen, { is: 'person' }>> = {}): Seen => ({ is: 'person', site: 'linkedin', ...rest });
const exported = (state: ExportView['state']): ExportView => ({
  id: '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b01',
  externalId: 'linkedin:ada-fixture',
  name: '',
  state,
  startedAt: 0,
  followUps: [],
});

const STATES: [string, Seen, ReturnType<typeof toolbarOf>][] = [
  ['nothing is known', { is: 'nothing' }, { icon: '', badge: '', title: 'Export to Greenhouse' }],
  [
    'the page is never read',
    { is: 'unsupported' },
    { icon: 'unsupported', badge: '', title: 'Gleaner: this page cannot be read' },
  ],
  ['nobody was found', person({ verdict: stranger() }), { icon: 'exportable', badge: '', title: 'Gleaner: can be exported' }],
  [
    'they are in Greenhouse',
    person({ verdict: known() }),
    { icon: 'known', badge: '✓', title: 'Gleaner: in Greenhouse (same LinkedIn profile)' },
  ],
  [
    'several have this profile',
    person({ verdict: possible('profile', 2) }),
    { icon: 'possible', badge: '?', title: 'Gleaner: possibly in Greenhouse (2 people match)' },
  ],
  [
    'an export goes on by itself',
    person({ export: exported('held'), verdict: known() }),
    { icon: 'waiting', badge: '…', title: 'Gleaner: the export of this person is under way' },
  ],
  [
    'an export needs somebody',
    person({ export: exported('needs-you') }),
    { icon: 'waiting', badge: '!', title: 'Gleaner: the export of this person needs you' },
  ],
];

test.each(STATES)('%s', (_when, seen, shown) => {
  expect(toolbarOf(seen)).toEqual(shown);
});

test('no two states look alike without their colours, nor sound alike', () => {
  const shown = STATES.map(([, seen]) => toolbarOf(seen));
  expect(new Set(shown.map(({ icon, badge }) => `${icon} ${badge}`)).size).toBe(STATES.length);
  expect(new Set(shown.map(({ title }) => title)).size).toBe(STATES.length);
});

test.each(STATES)('%s: its pictures are there', (_when, seen) => {
  const { icon } = toolbarOf(seen);
  for (const size of [16, 32, 48]) {
    const file = `assets/public/icon/${icon && `${icon}-`}${size}.png`;
    expect(existsSync(join(import.meta.dirname, '../../..', file)), file).toBe(true);
  }
});

describe('why', () => {
  test.each(agreementSchema.shape.by.options)('%s has words of its own', (by) => {
    const { title } = toolbarOf(person({ verdict: known(by) }));
    expect(title).toMatch(/^Gleaner: in Greenhouse \(.{8,}\)$/);
  });

  test('what the page says of somebody is not in the title: it stays when the page is gone', () => {
    expect(toolbarOf(person({ verdict: known('email') })).title).not.toContain('as the page says it');
  });
});
