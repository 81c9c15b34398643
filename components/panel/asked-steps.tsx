/** What did not follow somebody who is there: why, and for each step by itself the two ways on. */
import type { ExportView } from '#lib/export/schema.ts';
import { askedOf } from '#lib/panel/asked-text.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

export function AskedSteps({ panel, row }: { panel: Panel; row: ExportView }) {
  return (
    <>
      {askedOf(row).map(({ step, text, isUnknown }) => {
        const about = `asked-${row.id}-${step}`;
        const say = (what: 'retry-step' | 'skip-step') => () => void panel.sending.answer(row, { do: what, step });
        return (
          <div key={step} class="asked">
            <p id={about}>{text}</p>
            <div class="actions">
              <button type="button" class="plain small" aria-describedby={about} onClick={say('retry-step')}>
                {t(isUnknown ? 'panel_step_again' : 'panel_do_retry')}
              </button>
              <button type="button" class="link" aria-describedby={about} onClick={say('skip-step')}>
                {t('panel_step_skip')}
              </button>
            </div>
          </div>
        );
      })}
    </>
  );
}
