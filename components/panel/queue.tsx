/** The other exports that still need time, or somebody: nothing goes on that the recruiter cannot see and stop. */
import type { ExportView } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { isFinished, isLooking } from '#lib/panel/sending.ts';
import { addressOf } from '#lib/panel/known-line.ts';
import { clockTime } from '#lib/panel/when.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { AppError } from '#lib/errors.ts';
import { t } from '#lib/text.ts';

function saying(row: ExportView): string {
  if (row.elsewhere) return row.organisation ? t('panel_row_elsewhere', row.organisation) : t('panel_row_elsewhere_unnamed');
  if (row.state === 'held') return t('panel_row_held');
  if (isFinished(row)) return t('panel_row_follow_up');
  if (isLooking(row)) return t('panel_row_looking', clockTime(row.retryAt ?? 0));
  const what = row.error ? `${adviceFor(AppError.fromWire(row.error)).what}. ` : '';
  if (row.error?.code === 'settings/passphrase') return t('panel_row_locked');
  if (row.state === 'needs-you') return what + t('panel_row_stopped');
  return row.retryAt === undefined ? t('panel_row_sending') : what + t('panel_row_retry', clockTime(row.retryAt));
}

export function Queue({ panel }: { panel: Panel }) {
  return (
    <section class="queue">
      <h2 id="queue" tabIndex={-1}>
        {t('panel_queue')}
      </h2>
      <ul class="list">
        {panel.queue.value.map((row) => (
          <li key={row.id}>
            <span class="what">
              <b dir="auto">{row.name || row.externalId}</b>
              <small>{saying(row)}</small>
            </span>
            <Ways panel={panel} row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ panel, row }: { panel: Panel; row: ExportView }) {
  if (row.state === 'held') {
    return (
      <button
        type="button"
        class="link"
        aria-label={t('panel_cancel_row', row.name)}
        onClick={() => void panel.sending.undo(row.id)}
      >
        {t('panel_cancel')}
      </button>
    );
  }
  if (row.state === 'needs-you' || row.retryAt !== undefined || row.elsewhere) {
    return (
      <span class="ways">
        {row.question === undefined && !row.elsewhere && (
          <button
            type="button"
            class="link"
            aria-label={t(isLooking(row) ? 'panel_look_row' : 'panel_try_row', row.name)}
            onClick={() => void panel.sending.answer(row.id, { do: 'retry' })}
          >
            {t(isLooking(row) ? 'panel_look_now' : 'panel_do_retry')}
          </button>
        )}
        <button
          type="button"
          class="icon remove"
          aria-label={t('panel_drop_row', row.name)}
          onClick={() => void panel.sending.answer(row.id, { do: 'drop' })}
        />
      </span>
    );
  }
  if (row.candidateId === undefined) return null;
  return (
    <a class="out" href={addressOf(row.candidateId)} target="_blank" rel="noreferrer">
      {t('panel_show_row', row.name)}
    </a>
  );
}
