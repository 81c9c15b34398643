/** Several people may be this one. Each with the reason, and only the recruiter decides. */
import { nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { Match } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

import { MatchItem } from './match.tsx';

interface PossibleMatchesProps {
  panel: Panel;
  matches: readonly Match[];
  /** Greenhouse could not be asked who they are. */
  bare: boolean;
}

export function PossibleMatches({ panel, matches, bare }: PossibleMatchesProps) {
  const { verdict } = panel;
  return (
    <div class="matches">
      <ul class="list">
        {matches.map((match) => {
          const { candidateId } = match.person;
          const name = nameOf(match.person) || t('panel_candidate_number', String(candidateId));
          return (
            <MatchItem key={candidateId} match={match} now={panel.now()} bare={bare}>
              <button
                type="button"
                class="plain small"
                aria-label={t('panel_this_is_named', name)}
                onClick={() => verdict.thisIsThem(match)}
              >
                {t('panel_this_is_them')}
              </button>
              <button
                type="button"
                class="link"
                aria-label={t('panel_not_them_named', name)}
                onClick={() => verdict.notThem([candidateId])}
              >
                {t('panel_not_them')}
              </button>
            </MatchItem>
          );
        })}
      </ul>
      {matches.length > 1 && (
        <button type="button" class="link" onClick={() => verdict.notThem(matches.map(({ person }) => person.candidateId))}>
          {t('panel_none_of_them')}
        </button>
      )}
    </div>
  );
}
