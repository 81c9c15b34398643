/** Whose Greenhouse this is, who acts in it, and how many exports are waiting. */
import { isFinished } from '#lib/panel/sending.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { counted, t } from '#lib/text.ts';

/** The queue stands last, under everything about the person on show. */
const toQueue = () => {
  const queue = document.getElementById('queue');
  queue?.closest('section')?.scrollIntoView();
  queue?.focus({ preventScroll: true });
};

export function StateLine({ panel }: { panel: Panel }) {
  const identity = panel.connection.value?.identity;
  const waiting = panel.sending.rows.value.filter((row) => !isFinished(row)).length;
  return (
    <header class="state-line">
      <span class={panel.connected.value ? 'dot on' : 'dot'} />
      <b dir="auto">{identity?.organisation?.name ?? (identity ? 'Greenhouse' : t('panel_title'))}</b>
      {panel.connection.value?.environment === 'sandbox' && <b class="sandbox">{t('sandbox')}</b>}
      {waiting > 0 && panel.queue.value.length > 0 ? (
        <button type="button" class="link end" onClick={toQueue}>
          {counted('panel_waiting', waiting)}
        </button>
      ) : (
        <span class="end">
          {waiting > 0
            ? counted('panel_waiting', waiting)
            : identity
              ? t('panel_acting_as', identity.actingUser.name)
              : panel.connection.value === undefined
                ? ''
                : t('panel_not_connected_short')}
        </span>
      )}
    </header>
  );
}
