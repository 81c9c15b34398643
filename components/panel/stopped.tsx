/** An export that waits for somebody, or for its next try: what for, and every way on. */
import { AppError } from '#lib/errors.ts';
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { ACTION_TEXT } from '#lib/panel/advice-table.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { isLooking, isStuck, isUnreadable } from '#lib/panel/sending.ts';
import { clockTime } from '#lib/panel/when.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { Alert } from './alert.tsx';
import { AskedSteps } from './asked-steps.tsx';
import { KnownByNow } from './known-by-now.tsx';
import { OpenLink } from './open-link.tsx';
import { WasItMade } from './was-it-made.tsx';

const Twice = later(async () => (await import('./twice.tsx')).Twice);
const Unreadable = later(async () => (await import('./unreadable.tsx')).Unreadable);
const AnotherJob = later(async () => (await import('./another-job.tsx')).AnotherJob);

export function Stopped({ panel, row }: { panel: Panel; row: ExportView }) {
  const say = (answer: ExportAnswer) => () => void panel.sending.answer(row, answer);
  if (row.question === 'known' || row.question === 'gone' || row.question === 'hidden') {
    const verdict = panel.verdict.state.value;
    const matches = verdict.is === 'answered' ? verdict.verdict.matches : [];
    return <KnownByNow panel={panel} row={row} matches={matches} say={say} />;
  }
  const there = row.candidateId !== undefined && (
    <OpenLink candidateId={row.candidateId} applicationId={row.applicationId} pageUrl={row.pageUrl} />
  );
  const drop = (
    <button type="button" class="link" onClick={say({ do: 'drop' })}>
      {t('panel_drop')}
    </button>
  );
  if (row.question === 'unknown-outcome' || row.question === 'cannot-look')
    return <WasItMade panel={panel} row={row} say={say} />;
  if (isUnreadable(row)) {
    return (
      <>
        <Alert what={t('panel_unreadable')} why={t('panel_unreadable_why')}>
          {drop}
        </Alert>
        <Unreadable panel={panel} view={row} />
      </>
    );
  }
  if (row.question === 'job-closed') return <AnotherJob panel={panel} view={row} />;
  if (row.question === 'twice') return <Twice panel={panel} view={row} />;
  if (row.question === 'follow-up') {
    return (
      <>
        <Alert what={t('panel_question_follow_up')}>
          <AskedSteps panel={panel} row={row} />
        </Alert>
        {there}
      </>
    );
  }
  const isMerging = row.state === 'merging' && !row.error;
  if (isLooking(row) || isMerging) {
    return (
      <Alert
        what={t(isMerging ? 'panel_merging' : 'panel_looking')}
        why={t(isMerging ? 'panel_merging_why' : 'panel_looking_why')}
        next={t('panel_look_at_time', clockTime(row.retryAt ?? 0))}
      >
        <button type="button" class="main small" onClick={say({ do: 'retry' })}>
          {t('panel_look_now')}
        </button>
        {!isMerging && drop}
      </Alert>
    );
  }
  const advice = row.error ? adviceFor(AppError.fromWire(row.error), true) : undefined;
  const settings = advice?.action === 'open-options';
  return (
    <>
      <Alert
        what={advice?.what ?? t('panel_stopped')}
        why={advice?.why}
        details={advice?.details}
        next={
          isStuck(row)
            ? t('panel_stuck_next')
            : row.retryAt === undefined
              ? advice?.next
              : t('panel_retry_at', clockTime(row.retryAt))
        }
      >
        {settings && (
          <button type="button" class="main small" onClick={() => panel.openOptions()}>
            {t(ACTION_TEXT['open-options'])}
          </button>
        )}
        <button type="button" class={settings ? 'plain small' : 'main small'} onClick={say({ do: 'retry' })}>
          {t('panel_do_retry')}
        </button>
        {drop}
      </Alert>
      {there}
    </>
  );
}
