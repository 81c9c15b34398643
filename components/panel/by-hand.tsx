/** "Search Greenhouse": for whoever the recruiter knows to be there under another address or name. */
import { useState } from 'preact/hooks';

import css from '#assets/panel-by-hand.css?inline';
import { adviceFor } from '#lib/panel/advice.ts';
import { createByHand, type ByHandModel } from '#lib/panel/by-hand.ts';
import { nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { useStyles } from '#components/own-styles.ts';
import { MatchItem } from './match.tsx';

export function ByHand({ panel }: { panel: Panel }) {
  useStyles(css);
  // Another person begins with nothing typed.
  return <Fold key={panel.person.draft.value?.externalId} panel={panel} />;
}

function Fold({ panel }: { panel: Panel }) {
  const [typed, setTyped] = useState('');
  const [model] = useState(() => createByHand(panel.search));
  const looking = model.state.value.is === 'looking';
  return (
    <details class="by-hand">
      <summary>{t('panel_by_hand')}</summary>
      <form
        class="look-up"
        onSubmit={(event) => {
          event.preventDefault();
          void model.look(typed);
        }}
      >
        <label for="by-hand">{t('panel_by_hand_what')}</label>
        <div class="typed">
          <input
            id="by-hand"
            type="search"
            value={typed}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="plain small" disabled={looking || typed.trim() === ''}>
            {t('panel_by_hand_search')}
          </button>
        </div>
        <output aria-label={t('panel_by_hand_result')}>{result(model)}</output>
      </form>
      <Found panel={panel} model={model} />
    </details>
  );
}

function result({ state: { value: state } }: ByHandModel): string {
  if (state.is === 'looking') return t('panel_by_hand_looking');
  if (state.is === 'failed') {
    const { what, next } = adviceFor(state.error);
    return [what, next].filter(Boolean).join('. ');
  }
  return state.is === 'found' && state.matches.length === 0 ? t('panel_by_hand_nobody') : '';
}

function Found({ panel, model }: { panel: Panel; model: ByHandModel }) {
  const state = model.state.value;
  if (state.is !== 'found' || state.matches.length === 0) return null;
  return (
    <div class="matches">
      <ul class="list">
        {state.matches.map((match) => {
          const name = nameOf(match.person) || t('panel_candidate_number', String(match.person.candidateId));
          return (
            <MatchItem key={match.person.candidateId} match={match} now={panel.now()}>
              <button
                type="button"
                class="plain small"
                aria-label={t('panel_this_is_named', name)}
                onClick={() => panel.verdict.thisIsThem(match)}
              >
                {t('panel_this_is_them')}
              </button>
            </MatchItem>
          );
        })}
      </ul>
    </div>
  );
}
