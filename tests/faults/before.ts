/** What comes before a cell that is about a wish: the export, and a colleague's record of the same person where there are two. */
import { setTimeout as wait } from 'node:timers/promises';

import type { ExportRequest, ExportView } from '#lib/export/schema.ts';
import { isOver } from '#lib/export/schema.ts';
import { bucketName, bucketOf } from '#lib/greenhouse/bucket.ts';

import { byApi } from '../e2e/by-api.ts';
import type { Wish } from './flavours.ts';
import type { Stand } from './stand.ts';
import { within } from './within.ts';

const AMARA = 4001;
const ANOTHER_JOB = 9006;
const MADE_WITHIN_MS = 30_000;
/** Later than any list is late. */
const LISTED_MS = 6 * 60_000;

export async function exported(stand: Stand, request: ExportRequest, wish: Wish): Promise<ExportView> {
  const { sandbox } = stand;
  const gate = wish === 'undo' ? undefined : sandbox.gate({ method: 'POST', path: '/v3/candidates' });
  await stand.start(request);
  if (gate) {
    await within(MADE_WITHIN_MS, 'the create', gate.arrived);
    await byColleague(stand, request);
    gate.answer();
  }
  const stood = (view: ExportView) => (gate ? view.question === 'twice' : isOver(view.state));
  const view = await within(MADE_WITHIN_MS, 'the export', until(stand, request, stood));
  sandbox.advance(LISTED_MS);
  return view;
}

async function until(stand: Stand, request: ExportRequest, is: (view: ExportView) => boolean): Promise<ExportView> {
  for (;;) {
    const view = await stand.view(request);
    if (view && is(view)) return view;
    if (view?.state === 'needs-you') throw new Error(`it stops: ${JSON.stringify(view)}`);
    await wait(50);
  }
}

/** A gate holds one call, so this one goes by. */
async function byColleague({ sandbox }: Stand, { candidate, externalId }: ExportRequest): Promise<void> {
  const bucket = sandbox.state()['customFieldOptions']?.find(({ name }) => name === bucketName(bucketOf(externalId)));
  await byApi(sandbox, AMARA, 'POST', 'candidates', {
    first_name: candidate.firstName,
    last_name: candidate.lastName,
    application: { job_id: ANOTHER_JOB },
    custom_fields: [
      { name_key: 'external_id', value: externalId },
      { name_key: 'external_id_bucket', value: bucket?.['id'] },
    ],
  });
}
