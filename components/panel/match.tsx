/** Somebody in Greenhouse who may be this person: name, why, where they stand, and what can be done about it. */
import type { ComponentChildren } from 'preact';

import { addressOf, knownLine, nameOf } from '#lib/panel/known-line.ts';
import { reasons } from '#lib/panel/reason.ts';
import type { Match } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

interface MatchProps {
  match: Match;
  now: number;
  /** Nothing but their number is known of them. */
  bare?: boolean;
  /** The buttons that say who it is. */
  children?: ComponentChildren;
}

export function MatchItem({ match, now, bare = false, children }: MatchProps) {
  const { person } = match;
  const name = nameOf(person) || t('panel_candidate_number', String(person.candidateId));
  return (
    <li>
      <div class="match-head">
        <b dir="auto">{name}</b>
        <span class="soft" dir="auto">
          {[person.title, person.company].filter(Boolean).join(', ')}
        </span>
      </div>
      {match.agrees.length > 0 && <small dir="auto">{reasons(match).join(' · ')}</small>}
      {!bare && <small dir="auto">{knownLine(person, now).join(' · ')}</small>}
      <div class="actions">
        {children}
        <a class="out" href={person.pageUrl ?? addressOf(person.candidateId)} target="_blank" rel="noreferrer">
          {t('panel_look_at', name)}
        </a>
      </div>
    </li>
  );
}
