/** Somebody in Greenhouse who may be this person: name, why, where they stand, and what can be done about it. */
import type { ComponentChildren } from 'preact';

import { addressOf, knownLine, nameOf, reason } from '#lib/panel/known-line.ts';
import type { Match } from '#lib/identity/schema.ts';
import { t } from '#lib/text.ts';

interface MatchProps {
  match: Match;
  now: number;
  /** The button that says it is them. */
  children: ComponentChildren;
}

export function MatchItem({ match: { person, agrees }, now, children }: MatchProps) {
  const name = nameOf(person) || t('panel_candidate_number', String(person.candidateId));
  return (
    <li>
      <div class="match-head">
        <b dir="auto">{name}</b>
        <span class="soft" dir="auto">
          {[person.title, person.company].filter(Boolean).join(', ')}
        </span>
      </div>
      <small dir="auto">{agrees.map(reason).join(' · ')}</small>
      <small dir="auto">{knownLine(person, now).join(' · ')}</small>
      <div class="actions">
        {children}
        <a class="out" href={person.pageUrl ?? addressOf(person.candidateId)} target="_blank" rel="noreferrer">
          {t('panel_look_at', name)}
        </a>
      </div>
    </li>
  );
}
