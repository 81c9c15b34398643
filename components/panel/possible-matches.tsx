/** Several people may be this one. Each with the reason, and only the recruiter decides. */
import { addressOf, knownLine, nameOf, reason } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { Match } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

export function PossibleMatches({ panel, matches }: { panel: Panel; matches: readonly Match[] }) {
  return (
    <div class="matches">
      <ul class="list">
        {matches.map(({ person, agrees }) => (
          <li key={person.candidateId}>
            <div class="match-head">
              <b dir="auto">{nameOf(person)}</b>
              <span class="soft" dir="auto">
                {[person.title, person.company].filter(Boolean).join(', ')}
              </span>
            </div>
            <small dir="auto">{agrees.map(reason).join(', ')}</small>
            <small dir="auto">{knownLine(person, panel.now()).join(' · ')}</small>
            <div class="actions">
              <button
                type="button"
                class="plain small"
                aria-label={t('panel_this_is_named', nameOf(person))}
                onClick={() => panel.verdict.thisIsThem(person.candidateId)}
              >
                {t('panel_this_is_them')}
              </button>
              <a class="out" href={addressOf(person.candidateId)} target="_blank" rel="noreferrer">
                {t('panel_look_at', nameOf(person))}
              </a>
            </div>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={() => panel.verdict.noneOfThem()}>
        {t('panel_none_of_them')}
      </button>
    </div>
  );
}
