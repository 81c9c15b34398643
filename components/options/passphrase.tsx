/** The passphrase of the saved secret: set it, unlock, change it, take it away. */
import type { ComponentChildren } from 'preact';

import { useFocusKept } from '#components/focus-kept.ts';
import { PassphraseForm } from '#components/passphrase-form.tsx';
import { IDLE_TIMES, type PassphraseModel } from '#lib/options/passphrase.ts';
import { t } from '#lib/text.ts';

export function Passphrase({ model }: { model: PassphraseModel }) {
  const state = model.state.value;
  useFocusKept('passphrase', 'unlock-0');
  if (!state) return null;
  const done = model.done.value;
  return (
    <section aria-labelledby="passphrase">
      <h2 id="passphrase" tabIndex={-1}>
        {t('passphrase')}
      </h2>
      <output aria-label={t('passphrase')}>
        {done !== '' && `${t(done === 'set' ? 'passphrase_was_set' : 'passphrase_was_removed')} `}
        {t(state.is === 'free' ? 'passphrase_free' : state.is === 'locked' ? 'passphrase_locked' : 'passphrase_open')}
      </output>
      {state.is === 'free' && <Free model={model} />}
      {state.is === 'locked' && (
        <PassphraseForm
          id="unlock"
          labels={[t('passphrase')]}
          does={t('passphrase_unlock')}
          submit={([typed = '']) => model.unlock(typed)}
        />
      )}
      {state.is === 'unlocked' && <Unlocked model={model} idleMinutes={state.idleMinutes} />}
      <p class="soft">{t('passphrase_why')}</p>
    </section>
  );
}

const Free = ({ model }: { model: PassphraseModel }) => (
  <Folded what={t('passphrase_set')}>
    <PassphraseForm
      id="first"
      labels={[t('passphrase_new'), t('passphrase_again')]}
      does={t('passphrase_set')}
      hint={(typed) => model.hint(typed)}
      submit={([typed = '', again = '']) => model.set(typed, again)}
    />
  </Folded>
);

function Unlocked({ model, idleMinutes }: { model: PassphraseModel; idleMinutes: number }) {
  return (
    <>
      <div class="row">
        <label for="idle">{t('passphrase_idle')}</label>
        <select id="idle" value={idleMinutes} onChange={(event) => void model.setIdle(Number(event.currentTarget.value))}>
          {IDLE_TIMES.map(([minutes, called]) => (
            <option key={minutes} value={minutes}>
              {t(called)}
            </option>
          ))}
        </select>
        <button type="button" class="plain" onClick={() => void model.lock()}>
          {t('passphrase_lock')}
        </button>
      </div>
      <Folded what={t('passphrase_change')}>
        <PassphraseForm
          id="change"
          labels={[t('passphrase_present'), t('passphrase_new'), t('passphrase_again')]}
          does={t('passphrase_change')}
          hint={(typed) => model.hint(typed)}
          submit={([present = '', typed = '', again = '']) => model.change(present, typed, again)}
        />
      </Folded>
      <Folded what={t('passphrase_remove')}>
        <PassphraseForm
          id="remove"
          labels={[t('passphrase_present')]}
          does={t('passphrase_remove')}
          submit={([present = '']) => model.remove(present)}
        />
      </Folded>
    </>
  );
}

/** Opened when it is wanted: three forms at once ask for too much. */
const Folded = ({ what, children }: { what: string; children: ComponentChildren }) => (
  <details>
    <summary>{what}</summary>
    {children}
  </details>
);
