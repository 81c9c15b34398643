/** Several people may be this one. Each with the reason, and only the recruiter decides. */
import { nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { Match } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

import { MatchItem } from './match.tsx';

export function PossibleMatches({ panel, matches }: { panel: Panel; matches: readonly Match[] }) {
  return (
    <div class="matches">
      <ul class="list">
        {matches.map((match) => (
          <MatchItem key={match.person.candidateId} match={match} now={panel.now()}>
            <button
              type="button"
              class="plain small"
              aria-label={t('panel_this_is_named', nameOf(match.person))}
              onClick={() => panel.verdict.thisIsThem(match.person.candidateId)}
            >
              {t('panel_this_is_them')}
            </button>
          </MatchItem>
        ))}
      </ul>
      <button type="button" class="link" onClick={() => panel.verdict.noneOfThem()}>
        {t('panel_none_of_them')}
      </button>
    </div>
  );
}
