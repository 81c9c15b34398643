import { beforeEach, describe, expect, test } from 'vitest';

import { AppError } from '#lib/errors.ts';
import { exportRequestSchema, type ExportRequest, type ExportView } from '#lib/export/schema.ts';
import { buttonLine } from '#lib/panel/button-line.ts';
import { withJob } from '#lib/panel/choice.ts';
import { createPanel, type Panel } from '#lib/panel/panel.ts';

import { speakEnglish } from '../../components/english.ts';
import { fakeWorld, MIRA_TAB, TOMAS_TAB } from './fake-ports.ts';
import { job, jobList, known, PLATFORM, possible, STAFF, tomas, viewOf } from './people.ts';

const STRANGE_ID = '7c1de0a4-3c55-4b8e-9d0e-0a8f6a3f1b02';

let world: ReturnType<typeof fakeWorld>;
let panel: Panel;

beforeEach(async () => {
  speakEnglish();
  world = fakeWorld();
  panel = createPanel(world.ports);
  panel.start();
  await world.show(MIRA_TAB);
});

const choose = (jobId: number | null) => panel.person.choose((choice) => withJob(choice, jobId));
const sent = (): ExportRequest[] => world.ports.exports.start.mock.calls.map(([request]) => request);
const verdictBecomes = async (verdict: typeof known) => {
  world.ports.greenhouse.find.mockResolvedValue(verdict);
  panel.verdict.again();
  await world.settle();
};

describe('the line under the button', () => {
  test.each(['connection', 'first-name', 'last-name', 'both-names', 'decision', 'job', 'open-job'] as const)(
    'has a sentence for what is needed first: %s',
    (is) => {
      const draft = panel.person.draft.value;
      if (!draft) throw new Error('nobody');
      expect(buttonLine(draft, { does: 'export', needs: { is } }, panel)).toMatch(/\w.*\.$/);
    },
  );

  test('names a prospect’s job and pool', () => {
    choose(STAFF.id);
    panel.person.choose((choice) => ({ ...choice, kind: 'prospect', poolId: 12 }));
    const draft = panel.person.draft.value;
    if (!draft) throw new Error('nobody');
    expect(buttonLine(draft, { does: 'export' }, panel)).toBe('as a prospect for Staff Backend Engineer, in Nordics 2026');
  });
});

describe('pressing Export', () => {
  test('sends what is displayed, in the shape that the worker takes', async () => {
    choose(STAFF.id);
    panel.person.setText('title', '  Principal SRE ');
    panel.person.setText('company', ' ');
    panel.person.setNote('Met at a meetup', 'private');
    await panel.send();
    const [request] = sent();
    expect(exportRequestSchema.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      externalId: 'linkedin:mira-okafor-fixture',
      candidate: { firstName: 'Mira', title: 'Principal SRE' },
      target: { kind: 'candidate', jobId: STAFF.id },
      jobName: STAFF.name,
      sourceId: 77,
      referrerId: 5,
      note: { body: 'Met at a meetup', visibility: 'private' },
      createAnyway: false,
    });
    expect(request?.candidate).not.toHaveProperty('company');
  });

  test('twice is one export', async () => {
    choose(STAFF.id);
    await Promise.all([panel.send(), panel.send()]);
    await panel.send();
    expect(sent()).toHaveLength(1);
  });

  test('in two panels is one export id once the first has written its draft', async () => {
    choose(STAFF.id);
    const second = fakeWorld({ drafts: world.drafts });
    const other = createPanel({ ...second.ports, newId: () => '00000000-0000-4000-8000-ffffffffffff' });
    other.start();
    await second.show(MIRA_TAB);
    other.person.choose((choice) => withJob(choice, STAFF.id));
    await panel.send();
    await other.send();
    expect(second.ports.exports.start.mock.calls[0]?.[0].id).toBe(sent()[0]?.id);
  });

  test('does not stop the export of the next person', async () => {
    choose(STAFF.id);
    const never = Promise.withResolvers<ExportView>();
    world.ports.exports.start.mockReturnValueOnce(never.promise);
    void panel.send();
    world.ports.tab.read.mockResolvedValue(tomas);
    await world.show(TOMAS_TAB);
    choose(STAFF.id);
    await panel.send();
    expect(sent().map(({ externalId }) => externalId)).toEqual(['linkedin:mira-okafor-fixture', 'linkedin:tomas-brandt-fixture']);
  });

  test('remembers the choice for the site and the job as used', async () => {
    choose(STAFF.id);
    await panel.send();
    expect(world.siteChoices.get('linkedin')).toMatchObject({ kind: 'candidate', jobId: STAFF.id });
    expect(panel.lists.recent.value).toEqual([STAFF.id]);
  });

  test('a prospect goes on no job, one or several', async () => {
    choose(null);
    await panel.send();
    expect(sent()[0]?.target).toEqual({ kind: 'prospect', jobIds: [] });
    await panel.sending.undo(panel.row.value?.id ?? '');
    choose(STAFF.id);
    panel.person.choose((choice) => ({ ...choice, kind: 'prospect', moreJobIds: [PLATFORM.id] }));
    await panel.send();
    expect(sent()[1]?.target).toEqual({ kind: 'prospect', jobIds: [STAFF.id, PLATFORM.id] });
  });

  test.each([
    ['no job', () => {}, { is: 'job' }],
    ['no last name', () => panel.person.setText('lastName', ' '), { is: 'last-name' }],
    [
      'half an address',
      () => panel.person.setList('emails', [{ value: 'mira@', type: 'work' }]),
      { is: 'email', value: 'mira@' },
    ],
    [
      'a link that is code',
      () => panel.person.setList('links', [{ url: 'javascript:alert(1)', kind: 'website' }]),
      { is: 'link', value: 'javascript:alert(1)' },
    ],
    ['a job that is no longer open', () => choose(4711), { is: 'open-job' }],
  ])('with %s says what is needed and sends nothing', async (_case, make, needs) => {
    make();
    expect(panel.action.value?.needs).toEqual(needs);
    await panel.send();
    expect(sent()).toHaveLength(0);
  });
});

describe('when the answer to a press is lost', () => {
  beforeEach(() => {
    choose(STAFF.id);
    world.ports.exports.start.mockRejectedValueOnce(new AppError('message/lost'));
  });

  test('an export that was written down is found, not sent again', async () => {
    const { exportId } = panel.person.draft.value ?? {};
    world.ports.exports.list.mockResolvedValue([viewOf({ id: exportId ?? '', state: 'matching' })]);
    await panel.send();
    expect(panel.row.value?.state).toBe('matching');
    expect(panel.trouble.value).toBeUndefined();
  });

  test('one that was not is told, and trying again is the same export', async () => {
    await panel.send();
    expect(panel.trouble.value?.code).toBe('message/lost');
    expect(world.drafts.get('linkedin:mira-okafor-fixture')).toBeDefined();
    await panel.retry();
    expect(sent()[1]?.id).toBe(sent()[0]?.id);
    expect(panel.row.value?.state).toBe('held');
  });
});

test('a queue that cannot be read is no empty queue: it is told, and tried again', async () => {
  world.ports.exports.list.mockRejectedValueOnce(new AppError('storage/corrupt'));
  await panel.sending.reload();
  expect(panel.trouble.value?.code).toBe('storage/corrupt');
  world.ports.exports.list.mockResolvedValue([viewOf({ id: STRANGE_ID, state: 'matching' })]);
  await panel.retry();
  expect(panel.trouble.value).toBeUndefined();
  expect(panel.sending.rows.value).toHaveLength(1);
});

describe('a worker that did not answer for the queue', () => {
  test('is asked again, and nobody is troubled with it', async () => {
    world.ports.exports.list.mockResolvedValue([viewOf({ id: STRANGE_ID, state: 'needs-you' })]);
    world.ports.exports.list
      .mockRejectedValueOnce(new AppError('message/lost'))
      .mockRejectedValueOnce(new AppError('message/lost'));
    await panel.sending.reload();
    expect(panel.sending.rows.value).toEqual([]);
    await world.pass(500);
    await world.pass(1000);
    expect(panel.trouble.value).toBeUndefined();
    expect(panel.sending.rows.value.map(({ id }) => id)).toEqual([STRANGE_ID]);
  });

  test('is not asked for ever', async () => {
    world.ports.exports.list.mockRejectedValue(new AppError('message/lost'));
    const before = world.ports.exports.list.mock.calls.length;
    await panel.sending.reload();
    for (let seconds = 0; seconds < 60; seconds += 1) await world.pass(1000);
    expect(world.ports.exports.list.mock.calls.length - before).toBe(6);
    expect(panel.sending.silent.value, 'and that is said').toBe(true);
  });
});

describe('a worker of which nothing is heard', () => {
  const asked = () => {
    let answer = (_views: ExportView[]): void => {};
    let refuse = (_error: AppError): void => {};
    world.ports.exports.list.mockReturnValueOnce(
      new Promise((resolve, reject) => {
        [answer, refuse] = [resolve, reject];
      }),
    );
    void panel.sending.reload();
    return { answer, refuse };
  };

  test('is told of after a while, until it answers', async () => {
    const { answer } = asked();
    await world.pass(9000);
    expect(panel.sending.silent.value).toBe(false);
    await world.pass(1000);
    expect(panel.sending.silent.value).toBe(true);
    answer([viewOf({ id: STRANGE_ID, state: 'matching' })]);
    await world.pass(0);
    expect(panel.sending.silent.value).toBe(false);
    expect(panel.sending.rows.value).toHaveLength(1);
  });

  test('answers by a failure, too', async () => {
    const { refuse } = asked();
    await world.pass(10_000);
    refuse(new AppError('storage/corrupt'));
    await world.pass(0);
    expect(panel.sending.silent.value).toBe(false);
    expect(panel.trouble.value?.code).toBe('storage/corrupt');
  });

  test('is started again with the rest of the extension, once the draft is written down', async () => {
    panel.person.setText('title', 'Principal SRE');
    await panel.restart();
    expect(JSON.stringify(world.drafts.get('linkedin:mira-okafor-fixture'))).toContain('Principal SRE');
    expect(world.ports.restart).toHaveBeenCalledOnce();
  });
});

describe('an export of the same person that waits for another organisation', () => {
  beforeEach(async () => {
    const waiting = viewOf({ id: STRANGE_ID, state: 'matching', elsewhere: true, organisation: 'Birch Labs' });
    world.ports.exports.list.mockResolvedValue([waiting]);
    await panel.sending.reload();
  });

  test('is in the queue, and does not stand in the place of the button', () => {
    expect(panel.queue.value.map(({ id }) => id)).toEqual([STRANGE_ID]);
    expect(panel.row.value).toBeUndefined();
  });

  test('and this one is another export', async () => {
    choose(STAFF.id);
    await panel.send();
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.id).not.toBe(STRANGE_ID);
  });
});

describe('after the press', () => {
  const press = async () => {
    choose(STAFF.id);
    await panel.send();
    const { row } = panel;
    return row.value as ExportView;
  };

  test('undone, the draft is as it was and the next press is another export', async () => {
    panel.person.setNote('Met at a meetup');
    const { id } = await press();
    await panel.sending.undo(id);
    expect(panel.row.value).toBeUndefined();
    expect(panel.person.draft.value?.note).toBe('Met at a meetup');
    await panel.send();
    expect(sent()[1]?.id).not.toBe(id);
  });

  test('created, the success stays on show, the draft is dropped and the verdict asked again', async () => {
    const row = await press();
    const asked = world.ports.greenhouse.find.mock.calls.length;
    world.heard.view?.({ ...row, state: 'created', outcome: 'created', candidateId: 550, applicationId: 77 });
    world.heard.view?.({ ...row, state: 'done', outcome: 'created', candidateId: 550, applicationId: 77 });
    await world.settle();
    expect(panel.row.value).toMatchObject({ state: 'done', candidateId: 550 });
    expect(world.drafts.size).toBe(0);
    expect(world.ports.greenhouse.find.mock.calls).toHaveLength(asked + 1);
    panel.goOn();
    expect(panel.row.value).toBeUndefined();
  });

  test('a panel opened in the middle shows the export that is under way, and no button', async () => {
    const later = fakeWorld();
    later.ports.exports.list.mockResolvedValue([viewOf({ state: 'creating' })]);
    const reopened = createPanel(later.ports);
    reopened.start();
    await later.show(MIRA_TAB);
    expect(reopened.row.value?.state).toBe('creating');
    reopened.person.choose((choice) => withJob(choice, STAFF.id));
    await reopened.send();
    expect(later.ports.exports.start).not.toHaveBeenCalled();
  });

  test('a draft that outlived its finished export becomes another export', async () => {
    choose(STAFF.id);
    world.ports.exports.start.mockImplementationOnce(({ id }) =>
      Promise.resolve(viewOf({ id, state: 'done', startedAt: 1000, candidateId: 550 })),
    );
    await panel.send();
    expect(sent()).toHaveLength(2);
    expect(sent()[1]?.id).not.toBe(sent()[0]?.id);
    expect(panel.row.value?.state).toBe('held');
  });

  test('the exports of other people stand in the queue', async () => {
    await press();
    world.heard.view?.(viewOf({ id: '00000000-0000-4000-8000-00000000bbbb', externalId: 'linkedin:lena', name: 'Lena Fischer' }));
    expect(panel.queue.value.map(({ name }) => name)).toEqual(['Lena Fischer']);
  });
});

describe('somebody who is in Greenhouse', () => {
  test('is added to the job, under their own id', async () => {
    await verdictBecomes(known);
    choose(STAFF.id);
    expect(panel.action.value).toEqual({ does: 'add-to-job' });
    await panel.send();
    expect(sent()[0]).toMatchObject({ candidateId: 550, createAnyway: false });
  });

  test.each([
    ['on the very job already', PLATFORM.id],
    ['while no job is chosen', null],
  ])('and %s is updated, and put nowhere new', async (_when, jobId) => {
    await verdictBecomes(known);
    if (jobId !== null) choose(jobId);
    expect(panel.action.value).toEqual({ does: 'update' });
    await panel.send();
    expect(sent()[0]).toMatchObject({ candidateId: 550, target: { kind: 'update' }, createAnyway: false });
    expect(sent()[0]).not.toHaveProperty('jobName');
  });

  test('gets a second record only on the recruiter’s word', async () => {
    await verdictBecomes(known);
    choose(PLATFORM.id);
    panel.verdict.createAnyway();
    await panel.send();
    expect(sent()[0]).toMatchObject({ createAnyway: true });
    expect(sent()[0]).not.toHaveProperty('candidateId');
  });

  test('only possibly: nothing goes out before the recruiter has said who it is', async () => {
    await verdictBecomes(possible);
    choose(STAFF.id);
    expect(panel.action.value?.needs).toEqual({ is: 'decision' });
    panel.verdict.thisIsThem(possible.matches[1]!);
    await panel.send();
    expect(sent()[0]).toMatchObject({ candidateId: 551 });
  });
});

test('a list that is refreshed may take the chosen job away, and the button says so', async () => {
  choose(STAFF.id);
  world.ports.greenhouse.jobs.mockResolvedValue({ ...jobList, jobs: [job(1, 'Another')] });
  await panel.lists.load({ refresh: true });
  expect(panel.action.value?.needs).toEqual({ is: 'open-job' });
});
