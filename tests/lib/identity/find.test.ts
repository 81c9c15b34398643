import { beforeEach, describe, expect, test, vi } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { capabilitiesOf } from '#lib/greenhouse/capabilities.ts';
import { LAG_MS } from '#lib/greenhouse/lag.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { find } from '#lib/identity/find.ts';
import { findLocally } from '#lib/identity/find-locally.ts';
import type { Finder } from '#lib/identity/finder.ts';

import { finderOver } from '../../support/finder.ts';

const ACCOUNT = 'org-1';
const NOW = 1_800_000_000_000;
const IDS = ['linkedin:mira-okafor-fixture', 'linkedin-member:4000000001'];

const person = (candidateId: number): KnownPerson => ({
  candidateId,
  firstName: 'Mira',
  lastName: 'Okafor',
  tags: [],
  emails: [],
  applications: [],
});

/** What is in Greenhouse and in the ledger, and what was asked. */
let records: {
  ledger: Map<string, number>;
  exportedAt: Map<string, number>;
  byEmail: Record<string, number[]>;
  there: number[];
  asked: string[];
};
let finder: Finder;

beforeEach(() => {
  records = { ledger: new Map(), exportedAt: new Map(), byEmail: {}, there: [], asked: [] };
  finder = finderOver({
    now: () => NOW,
    ledger: records.ledger,
    exportedAt: records.exportedAt,
    account: ACCOUNT,
    greenhouse: {
      can: capabilitiesOf('harvest'),
      findByEmail: async (email) => {
        records.asked.push(email);
        return (records.byEmail[email] ?? []).map(person);
      },
      findByIds: async (ids) => {
        records.asked.push(ids.join());
        return ids.filter((id) => records.there.includes(id)).map(person);
      },
      findByExternalIds: () => Promise.reject(new AppError('greenhouse/not-offered')),
      externalIdFields: async () => ({
        id: { name: 'External ID', state: 'missing' },
        bucket: { name: 'External ID bucket', state: 'missing' },
        buckets: 0,
        fetchedAt: NOW,
      }),
    },
  });
});

function exported(id: string, candidateId: number, agoMs = 2 * LAG_MS) {
  records.ledger.set(`${ACCOUNT} ${id}`, candidateId);
  records.exportedAt.set(`${ACCOUNT} ${id}`, NOW - agoMs);
}

describe('somebody whom this browser exported', () => {
  test('is known by that alone: no email is asked about', async () => {
    exported(IDS[1]!, 550);
    records.there = [550];
    const verdict = await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] });
    expect(verdict).toEqual({
      kind: 'known',
      matches: [{ person: person(550), agrees: [{ by: 'export', value: IDS[0] }] }],
      checked: ['export'],
      checkedAt: NOW,
    });
    expect(records.asked).toEqual(['550']);
  });

  test('into another account is not known here', async () => {
    records.ledger.set(`org-2 ${IDS[0]}`, 550);
    records.there = [550];
    expect(await find(finder, { externalIds: IDS, emails: [] })).toMatchObject({ kind: 'new', matches: [] });
  });

  test('and who was merged or deleted since is forgotten, and looked for by email', async () => {
    exported(IDS[0]!, 550);
    exported(IDS[1]!, 550);
    records.byEmail['mira@okafor.example'] = [551];
    const verdict = await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] });
    expect(verdict).toMatchObject({ kind: 'known', checked: ['export', 'email'] });
    expect(verdict.matches.map(({ person, agrees }) => [person.candidateId, agrees])).toEqual([
      [551, [{ by: 'email', value: 'mira@okafor.example' }]],
    ]);
    expect(records.ledger.size).toBe(0);
  });

  test('stays remembered when Greenhouse did not answer: silence is no deletion', async () => {
    exported(IDS[0]!, 550);
    vi.spyOn(finder.greenhouse, 'findByIds').mockRejectedValue(new AppError('greenhouse/unreachable'));
    await expect(find(finder, { externalIds: IDS, emails: [] })).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
    expect(records.ledger.get(`${ACCOUNT} ${IDS[0]}`)).toBe(550);
  });
});

describe('somebody whom this browser exported a moment ago, and whom Greenhouse does not list yet', () => {
  test('is known all the same, and nobody else is asked about', async () => {
    exported(IDS[0]!, 550, 30_000);
    expect(await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] })).toEqual({
      kind: 'known',
      matches: [
        {
          person: expect.objectContaining({ candidateId: 550, unread: true, fresh: true }),
          agrees: [{ by: 'export', value: IDS[0] }],
        },
      ],
      checked: ['export'],
      checkedAt: NOW,
    });
    expect(records.asked).toEqual(['550']);
  });

  test('is not forgotten for an older record of theirs that is listed', async () => {
    exported(IDS[0]!, 551, 30_000);
    records.byEmail['mira@okafor.example'] = [550];
    records.there = [550];
    const { kind, matches } = await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] });
    expect([kind, matches.map(({ person }) => person.candidateId)]).toEqual(['known', [551]]);
    expect(records.ledger.size).toBe(1);
  });

  test('is known on another site by an address that both pages show, unless Greenhouse lists them', async () => {
    const asked: string[][] = [];
    finder.madeLately = async (keys) => {
      asked.push([...keys]);
      return keys.filter((key) => key === 'email mira@okafor.example').map((key) => ({ candidateId: 550, keys: [key] }));
    };
    const elsewhere = { externalIds: ['github:mira-fixture'], emails: ['Mira@Okafor.example', 'm@work.example'] };
    const { kind, matches } = await find(finder, elsewhere);
    expect(kind).toBe('known');
    expect(matches).toEqual([
      {
        person: expect.objectContaining({ candidateId: 550, fresh: true }),
        agrees: [{ by: 'email', value: 'mira@okafor.example' }],
      },
    ]);
    expect(asked[0]).toContain('id github:mira-fixture');
    records.byEmail['mira@okafor.example'] = [550];
    expect((await find(finder, elsewhere)).matches.map(({ person }) => person.fresh)).toEqual([undefined]);
    expect((await find(finder, { ...elsewhere, emails: ['other@work.example'] })).kind).toBe('new');
  });

  test('is known on a list, too, before anybody is asked, each by their own address', async () => {
    const asked: string[][] = [];
    finder.madeLately = async (keys) => {
      asked.push([...keys]);
      return [{ candidateId: 550, keys: ['email mira@okafor.example'] }];
    };
    const [mira, ida] = await findLocally(finder, [
      { externalIds: ['github:mira-fixture'], emails: ['Mira@Okafor.example'] },
      { externalIds: ['github:ida-fixture'], emails: ['ida@work.example'] },
    ]);
    expect(mira).toMatchObject({
      kind: 'known',
      matches: [{ person: { candidateId: 550 }, agrees: [{ by: 'email', value: 'mira@okafor.example' }] }],
    });
    expect(ida).toMatchObject({ kind: 'new', matches: [] });
    expect(asked).toHaveLength(1);
    expect(records.asked).toEqual([]);
  });

  test('is, when their lists have had time enough, hidden or no more: that is said, and another record is looked for', async () => {
    exported(IDS[0]!, 550, LAG_MS);
    expect(await find(finder, { externalIds: IDS, emails: [] })).toMatchObject({
      kind: 'new',
      blind: ['no-external-ids', 'not-shown'],
    });
    exported(IDS[0]!, 550, LAG_MS - 1);
    expect(await find(finder, { externalIds: IDS, emails: [] })).toMatchObject({ kind: 'known' });
  });
});

describe('by email', () => {
  const emails = ['mira@okafor.example', 'm.okafor@work.example'];

  test('nobody is new, and the verdict says what was asked', async () => {
    expect(await find(finder, { externalIds: IDS, emails })).toEqual({
      kind: 'new',
      matches: [],
      checked: ['export', 'email'],
      checkedAt: NOW,
      blind: ['no-external-ids'],
    });
    expect(records.asked.toSorted()).toEqual(emails.toSorted());
  });

  test('without an email on the page nothing is asked, and the verdict does not claim it', async () => {
    expect(await find(finder, { externalIds: IDS, emails: [] })).toMatchObject({ kind: 'new', checked: ['export'] });
    expect(records.asked).toEqual([]);
  });

  test('one person who has both is one match that agrees twice', async () => {
    for (const email of emails) records.byEmail[email] = [550];
    const verdict = await find(finder, { externalIds: IDS, emails });
    expect(verdict.kind).toBe('known');
    expect(verdict.matches).toEqual([{ person: person(550), agrees: emails.map((value) => ({ by: 'email', value })) }]);
  });

  test('several people are only possible: a machine does not choose between them', async () => {
    records.byEmail[emails[0]!] = [550, 551];
    const verdict = await find(finder, { externalIds: IDS, emails });
    expect(verdict.kind).toBe('possible');
    expect(verdict.matches.map(({ person, agrees }) => [person.candidateId, agrees.length])).toEqual([
      [550, 1],
      [551, 1],
    ]);
  });

  test('an address that several share is no reason to doubt one that somebody has alone', async () => {
    records.byEmail[emails[0]!] = [550, 551];
    records.byEmail[emails[1]!] = [551];
    const verdict = await find(finder, { externalIds: IDS, emails });
    expect(verdict.kind).toBe('known');
    expect(verdict.matches.map(({ person, agrees }) => [person.candidateId, agrees.length])).toEqual([[551, 2]]);
  });

  test('the same address is asked about once, in whatever case and with whatever spaces it stands on the page', async () => {
    await find(finder, { externalIds: IDS, emails: ['Mira@Okafor.example', ' mira@okafor.example ', '  ', ''] });
    expect(records.asked).toEqual(['mira@okafor.example']);
  });

  test('one address that could not be asked about is an error, and not somebody new', async () => {
    vi.spyOn(finder.greenhouse, 'findByEmail').mockImplementation(async (email) => {
      if (email === emails[1]) throw new AppError('greenhouse/limited', { until: NOW + 20_000 });
      return [];
    });
    await expect(find(finder, { externalIds: IDS, emails })).rejects.toMatchObject({
      code: 'greenhouse/limited',
      detail: { until: NOW + 20_000 },
    });
  });
});

describe('with a key that cannot look people up', () => {
  beforeEach(() => {
    finder = { ...finder, greenhouse: { ...finder.greenhouse, can: capabilitiesOf('partner') } };
  });

  test('the ledger alone answers, and the verdict claims no more', async () => {
    const verdict = await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] });
    expect(verdict).toMatchObject({ kind: 'new', checked: ['export'] });
    expect(records.asked).toEqual([]);
  });

  test('somebody exported before is shown as Greenhouse shows them', async () => {
    exported(IDS[0]!, 550);
    records.there = [550];
    const { matches } = await find(finder, { externalIds: IDS, emails: [] });
    expect(matches.map(({ person }) => person)).toEqual([person(550)]);
  });

  test('and stays known when Greenhouse does not show them: that is no proof of deletion', async () => {
    exported(IDS[0]!, 550);
    const verdict = await find(finder, { externalIds: IDS, emails: ['mira@okafor.example'] });
    expect(verdict).toMatchObject({ kind: 'known', checked: ['export'] });
    expect(verdict.matches).toEqual([
      { person: expect.objectContaining({ candidateId: 550, unread: true }), agrees: [{ by: 'export', value: IDS[0] }] },
    ]);
    expect(records.ledger.size).toBe(1);
  });
});
