/** "They are there": the recruiter gives their number, sees whose it is, and only then says that it is them. */
import { useEffect, useRef, useState } from 'preact/hooks';

import css from '#assets/panel-by-hand.css?inline';
import type { ExportView } from '#lib/export/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { createIsThere, type IsThereState } from '#lib/panel/is-there.ts';
import { nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { whoOf } from '#lib/panel/who.ts';
import { t } from '#lib/text.ts';

import { useStyles } from '#components/own-styles.ts';
import { MatchItem } from './match.tsx';

export function IsThere({ panel, view }: { panel: Panel; view: ExportView }) {
  useStyles(css);
  const [typed, setTyped] = useState('');
  const [model] = useState(() => createIsThere(panel.search, panel.can.value.findsPeople));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const state = model.state.value;
  const exported = whoOf(view);
  const [field, told] = [`is-there-${view.id}`, `is-there-told-${view.id}`];
  const say = (candidateId?: number) => () =>
    void panel.sending.answer(view, { do: 'is-there', ...(candidateId === undefined ? {} : { candidateId }) });
  return (
    <>
      <form
        class="look-up"
        onSubmit={(event) => {
          event.preventDefault();
          void model.look(typed);
        }}
      >
        <label for={field}>{t('panel_there_number')}</label>
        <div class="typed">
          <input
            ref={input}
            id={field}
            type="text"
            value={typed}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={told}
            aria-invalid={state.is === 'unclear' || state.is === 'nobody' || state.is === 'nameless'}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              model.forget();
            }}
          />
          <button type="submit" class="plain small" disabled={state.is === 'looking' || typed.trim() === ''}>
            {t('panel_there_look')}
          </button>
        </div>
        <output id={told} aria-label={t('panel_there_whose')}>
          {sentence(state, exported)}
        </output>
      </form>
      {state.is === 'found' && (
        <ul class="matches list">
          <MatchItem match={state.match} now={panel.now()}>
            <button
              type="button"
              class="main small"
              aria-label={t('panel_row_does', t('panel_there_yes'), nameOf(state.match.person))}
              onClick={say(state.match.person.candidateId)}
            >
              {t('panel_there_yes')}
            </button>
          </MatchItem>
        </ul>
      )}
      {state.is === 'unseen' && (
        <button type="button" class="main small" onClick={say(state.candidateId)}>
          {t('panel_there_yes_number', String(state.candidateId))}
        </button>
      )}
      <p class="soft">{t('panel_there_without_why')}</p>
      <button type="button" class="link" onClick={say()}>
        {t('panel_there_without')}
      </button>
    </>
  );
}

function sentence(state: IsThereState, exported: string): string {
  switch (state.is) {
    case 'idle':
      return '';
    case 'looking':
      return t('panel_by_hand_looking');
    case 'unclear':
      return t('panel_there_unclear');
    case 'found': {
      const { person } = state.match;
      const [number, name] = [String(person.candidateId), nameOf(person)];
      const isSame = name.localeCompare(exported, undefined, { sensitivity: 'base' }) === 0;
      return isSame ? t('panel_there_is', number, name) : t('panel_there_is_other', number, name, exported);
    }
    case 'failed': {
      const { what, next } = adviceFor(state.error);
      return [what, next].filter(Boolean).join('. ');
    }
    default:
      return t(NOBODY[state.is], String(state.candidateId));
  }
}

const NOBODY = { nobody: 'panel_there_nobody', nameless: 'panel_there_nameless', unseen: 'panel_there_unseen' } as const;
