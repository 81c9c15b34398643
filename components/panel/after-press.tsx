/** What became of the press: held, on its way, arrived, or stopped. */
import type { ExportView } from '#lib/export/schema.ts';
import type { Draft } from '#lib/panel/draft.ts';
import { isFinished, isStuck } from '#lib/panel/sending.ts';
import type { Panel } from '#lib/panel/panel.ts';

import { Finished } from './finished.tsx';
import { Held } from './held.tsx';
import { Stopped } from './stopped.tsx';

export function AfterPress({ panel, row, draft }: { panel: Panel; row: ExportView; draft: Draft }) {
  if (row.state === 'taking-back' || row.state === 'taken-back') return <Finished panel={panel} row={row} draft={draft} />;
  // What only waits to be looked for behind somebody who is there stops nothing.
  const waits = row.retryAt !== undefined && (row.outcome === undefined || row.error !== undefined || row.state === 'merging');
  if (row.state === 'needs-you' || waits || isStuck(row)) return <Stopped panel={panel} row={row} />;
  if (isFinished(row)) return <Finished panel={panel} row={row} draft={draft} />;
  return <Held panel={panel} row={row} />;
}
