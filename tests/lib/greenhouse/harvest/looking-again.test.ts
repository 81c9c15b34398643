/** Whether a note, a file or an entry of a career is there whose answer was lost. */
import { describe, expect, it } from 'vitest';

import type { NewNote } from '#lib/greenhouse/port.ts';

import { bench, SITE_ADMIN, somebody } from './bench.ts';

const NOW = Date.UTC(2026, 10, 21, 10);

async function made() {
  const at = await bench();
  const greenhouse = at.connect({ actingEmail: SITE_ADMIN });
  const { candidateId, applicationId = 0 } = await greenhouse.createPerson(somebody());
  return { ...at, greenhouse, candidateId, applicationId };
}

describe('a note', () => {
  const words = 'Met at a meetup; x < y & "z".\n\nSecond line.';
  const noteOn = (candidateId: number, body = words): NewNote => ({ candidateId, body, visibility: 'private' });

  it('is found by its words, since it was sent, on this very person', async () => {
    const { greenhouse, candidateId, sandbox } = await made();
    expect(await greenhouse.findNote(noteOn(candidateId), NOW)).toBe(false);
    sandbox.fault({ match: { method: 'POST', path: '/v3/notes' }, do: 'drop-after-commit' });
    await expect(greenhouse.addNote(noteOn(candidateId, `  ${words}\n`))).rejects.toMatchObject({ sent: 'unknown' });
    expect(await greenhouse.findNote(noteOn(candidateId), NOW)).toBe(true);
    expect(await greenhouse.findNote(noteOn(candidateId), NOW + 1000), 'an older one is another').toBe(false);
    expect(await greenhouse.findNote(noteOn(candidateId, 'Met at a meetup'), NOW)).toBe(false);
    expect(await greenhouse.findNote(noteOn(candidateId - 1), NOW)).toBe(false);
  });

  it.each([
    ['with other line ends', words.replaceAll('\n', '\r\n')],
    ['in one line', words.replaceAll('\n', ' ')],
    ['as markup', '<p>Met at a meetup; x &lt; y &amp; &quot;z&quot;.</p><p>Second line.<br></p>'],
  ])('is found when it is given back %s', async (_, body) => {
    const { greenhouse, candidateId, sandbox } = await made();
    const row = { id: 1, candidate_id: candidateId, body, created_at: '2026-11-21T10:00:00.000Z' };
    sandbox.fault({ match: { path: '/v3/notes' }, do: 'status', status: 200, body: [row] });
    expect(await greenhouse.findNote(noteOn(candidateId), NOW)).toBe(true);
  });

  it('is not told of where nobody may look, and not said to be missing when nobody answers', async () => {
    const { greenhouse, candidateId, sandbox } = await made();
    sandbox.scopes({ without: ['harvest:notes:list'] });
    expect(await greenhouse.findNote(noteOn(candidateId), NOW)).toBeUndefined();
    sandbox.fault({ match: { path: '/v3/notes' }, times: 9, do: 'status', status: 503 });
    await expect(greenhouse.findNote(noteOn(candidateId), NOW)).rejects.toMatchObject({ code: 'greenhouse/unreachable' });
  });
});

describe('the notes on somebody', () => {
  it('say who wrote each, and of what kind it is', async () => {
    const { greenhouse, candidateId, sandbox } = await made();
    expect(await greenhouse.notesOn(candidateId)).toEqual([]);
    await greenhouse.addNote({ candidateId, body: 'Met at a meetup', visibility: 'private' });
    expect(await greenhouse.notesOn(candidateId)).toEqual([{ kind: 'NOTE', userId: expect.any(Number) }]);
    sandbox.fault({ match: { path: '/v3/notes' }, do: 'status', status: 200, body: [{ id: 1, type: 'EMAIL', user_id: null }] });
    expect(await greenhouse.notesOn(candidateId), 'sent by a rule of Greenhouse').toEqual([{ kind: 'EMAIL' }]);
  });

  it('are not told of where nobody may look', async () => {
    const { greenhouse, candidateId, sandbox } = await made();
    sandbox.scopes({ without: ['harvest:notes:list'] });
    expect(await greenhouse.notesOn(candidateId)).toBeUndefined();
  });
});

describe('a file', () => {
  it('hangs on the application as the text that it is, and is found by its name', async () => {
    const { greenhouse, candidateId, applicationId, sandbox } = await made();
    const file = { applicationId, filename: 'Profile on LinkedIn 7c1de0a4.txt', text: 'Zoë Ångström' };
    expect(await greenhouse.hasAttachment(candidateId, file.filename)).toBe(false);
    await greenhouse.addAttachment(file);
    expect(sandbox.requests().findLast(({ method }) => method === 'POST')).toMatchObject({
      path: '/v3/attachments',
      body: { type: 'other', content: Buffer.from(file.text).toString('base64') },
    });
    expect(await greenhouse.hasAttachment(candidateId, file.filename)).toBe(true);
    expect(await greenhouse.hasAttachment(candidateId, 'Profile on LinkedIn 7c1de0a5.txt')).toBe(false);
    sandbox.scopes({ without: ['harvest:attachments:list'] });
    expect(await greenhouse.hasAttachment(candidateId, file.filename)).toBeUndefined();
  });

  it('of a name that no file has is not sent', async () => {
    const { greenhouse, applicationId } = await made();
    const nameless = { applicationId, filename: 'profile', text: 'x' };
    await expect(greenhouse.addAttachment(nameless)).rejects.toMatchObject({ code: 'greenhouse/invalid', sent: 'no' });
  });
});

describe('a career', () => {
  const candidate = {
    positions: [
      { company: 'Quayside', title: 'Engineer', start: '2019-03', end: '2021' },
      { company: 'QUAYSIDE', title: 'engineer', start: '2019-03' },
      { company: 'Quayside', title: 'Advisor' },
    ],
    education: [
      { school: 'Universität Tannenau', degree: 'Master’s Degree', start: '2014', end: '2016' },
      { school: 'A school on no list' },
    ],
  };

  it('is told entry by entry, each once; each is one call, and is found by its key', async () => {
    const { greenhouse, candidateId, sandbox, calls } = await made();
    const { entries, skipped } = await greenhouse.careerOf(candidate);
    expect(entries.map(({ kind }) => kind)).toEqual(['employment', 'education']);
    expect(skipped).toEqual([
      { kind: 'employment', at: 2, lacks: 'start' },
      { kind: 'education', at: 1, lacks: 'school' },
    ]);
    for (const entry of entries) {
      const { kind, key } = entry;
      expect(await greenhouse.careerThere(candidateId, kind)).toEqual([]);
      const before = calls().length;
      // As it comes back from where it was kept.
      await greenhouse.addToCareer(candidateId, JSON.parse(JSON.stringify(entry)) as typeof entry);
      expect(calls().slice(before)).toEqual([`POST /v3/candidate_${kind}s`]);
      expect(await greenhouse.careerThere(candidateId, kind)).toEqual([key]);
      sandbox.scopes({ without: [`harvest:candidate_${kind}s:list`] });
      expect(await greenhouse.careerThere(candidateId, kind)).toBeUndefined();
    }
  });

  it('goes without the schools where their lists may not be read', async () => {
    const { greenhouse, sandbox } = await made();
    sandbox.scopes({ without: ['harvest:custom_field_options:list'] });
    const { entries, skipped } = await greenhouse.careerOf(candidate);
    expect(entries.map(({ kind }) => kind)).toEqual(['employment']);
    expect(skipped.slice(1)).toEqual([0, 1].map((at) => ({ kind: 'education', at, lacks: 'right' })));
  });

  it('without a school reads no dictionary', async () => {
    const { greenhouse, calls } = await made();
    const before = calls().length;
    await greenhouse.careerOf({ ...candidate, education: [] });
    expect(calls()).toHaveLength(before);
  });
});
