/** Rows and moments for tests of the machine; what a test is about is overridden. */
import type { Event, Moment } from '#lib/export/machine.ts';
import type { Row } from '#lib/export/row.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';

import { exportRequest } from '../../../support/export-request.ts';

export const NOW = 1_800_000_000_000;
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const moment = (changes: Partial<Moment> = {}): Moment => ({
  now: NOW,
  holdMs: 0,
  can: capabilitiesOf('harvest'),
  here: 'ours',
  ...changes,
});

export function row({ view = {}, ...changes }: Omit<Partial<Row>, 'view'> & { view?: Partial<Row['view']> } = {}): Row {
  const request = changes.request ?? exportRequest();
  return {
    account: 'org-1',
    request,
    target: request.target,
    writtenAt: NOW,
    sends: [],
    before: [],
    looks: 0,
    keys: [request.externalId, ...request.aliases].map((id) => `id ${id}`),
    view: {
      id: request.id,
      externalId: request.externalId,
      name: 'Mira Okafor',
      state: 'matching',
      startedAt: NOW,
      writtenAt: NOW,
      followUps: [],
      ...view,
    },
    ...changes,
  };
}

/** A create was announced and sent, and nobody answered. */
export const lost = ({ view = {}, ...changes }: Parameters<typeof row>[0] = {}): Row =>
  row({ sends: [{ what: 'person', at: NOW }], ...changes, view: { state: 'creating', ...view } });

export const person = (changes: Partial<KnownPerson> = {}): KnownPerson => ({
  candidateId: 1001,
  firstName: 'Mira',
  lastName: 'Okafor',
  tags: [],
  emails: ['mira@okafor.example'],
  externalIds: ['linkedin:mira-okafor-fixture'],
  applications: [application()],
  ...changes,
});

export const application = (changes: Partial<KnownPerson['applications'][number]> = {}): KnownPerson['applications'][number] => ({
  id: 2001,
  jobId: 41,
  prospect: false,
  prospectiveJobIds: [],
  status: 'active',
  createdAt: new Date(NOW).toISOString(),
  ...changes,
});

type Looked<W extends 'before' | 'lost'> = Extract<Event, { whom: W }>;

export const looked = (changes: Partial<Looked<'before'>> = {}): Looked<'before'> => ({
  is: 'looked',
  whom: 'before',
  people: [],
  agrees: [],
  own: [],
  gone: [],
  hidden: [],
  ...changes,
});

export const lookedForLost = (changes: Partial<Looked<'lost'>> = {}): Looked<'lost'> => ({
  is: 'looked',
  whom: 'lost',
  people: [],
  own: [],
  ...changes,
});

export const failed = (
  of: Extract<Event, { is: 'failed' }>['of'],
  code: Extract<Event, { is: 'failed' }>['error']['code'],
  sent: Extract<Event, { is: 'failed' }>['sent'],
  which?: Extract<Event, { is: 'failed' }>['which'],
): Event => ({ is: 'failed', of, error: { code }, sent, which });

export const WOKEN: Event = { is: 'woken' };
