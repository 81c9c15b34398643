import { useEffect, useRef } from 'preact/hooks';

import { useFocusKept } from '#components/focus-kept.ts';
import type { ConnectModel } from '#lib/options/connect.ts';
import { nameOf, type Question } from '#lib/options/switching.ts';
import { counted, t } from '#lib/text.ts';

/** What a credential on trial means for the one in use: nothing, or a question. */
export function Switching({ model }: { model: ConnectModel }) {
  const question = model.switching.question.value;
  const stays = model.stays.value;
  useFocusKept('connection');
  if (question) return <Ask model={model} question={question} />;
  return stays ? <p class="soft">{t('options_stays', nameOf(stays))}</p> : null;
}

/** Comes in the place where Connect was pressed from, and takes the keyboard: to the answer that changes nothing. */
function Ask({ model, question: { from, to, unfinished } }: { model: ConnectModel; question: Question }) {
  const stay = useRef<HTMLButtonElement>(null);
  const busy = model.busy.value;
  useEffect(() => stay.current?.focus(), [to]);
  return (
    <fieldset class="notice warn switching" aria-label={t('options_switch_title')}>
      <strong>{t('options_switch_what', to, from)}</strong>
      <p>{t('options_switch_apart')}</p>
      {unfinished > 0 && <p>{counted('options_switch_waiting', unfinished, from)}</p>}
      <div class="row">
        <button type="button" class="plain" aria-disabled={busy} onClick={() => void model.switching.take()}>
          {t('options_switch_take', to)}
        </button>
        <button type="button" class="main" ref={stay} aria-disabled={busy} onClick={() => void model.switching.stay()}>
          {t('options_switch_stay', from)}
        </button>
      </div>
    </fieldset>
  );
}
