/** The verdict, first of all: is this person in Greenhouse already, and why we say so. */
import { knownLine, nameOf, reason } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { Standing, VerdictState } from '#lib/panel/verdict.ts';
import { counted, t } from '#lib/text.ts';

import { PossibleMatches } from './possible-matches.tsx';

interface Said {
  look: 'new' | 'in' | 'maybe' | 'wait';
  title: string;
  why: string[];
}

function say(state: VerdictState, standing: Standing, now: number): Said | undefined {
  if (state.is === 'checking') return { look: 'wait', title: t('panel_checking'), why: [t('panel_checking_why')] };
  if (state.is !== 'answered') return undefined;
  switch (standing.is) {
    case 'known':
      return {
        look: 'in',
        title: t('panel_known'),
        // Their name there comes first: a shared address is seen at once.
        why: [
          nameOf(standing.match.person),
          standing.match.agrees.map(reason).join(', '),
          ...knownLine(standing.match.person, now),
        ],
      };
    case 'possible':
      return { look: 'maybe', title: t('panel_possible'), why: [counted('panel_possible_why', standing.matches.length)] };
    default:
      return { look: 'new', title: t('panel_new'), why: [whyNew(state, standing)] };
  }
}

function whyNew({ verdict }: Extract<VerdictState, { is: 'answered' }>, standing: Standing): string {
  if (standing.is === 'new' && standing.createAnyway) return t('panel_new_anyway');
  return t(verdict.checked.includes('email') ? 'panel_new_both' : 'panel_new_no_email');
}

export function VerdictView({ panel }: { panel: Panel }) {
  const { verdict } = panel;
  const standing = verdict.standing.value;
  const said = panel.connected.value ? say(verdict.state.value, standing, panel.now()) : undefined;
  return (
    <>
      {said && (
        <output class={`verdict ${said.look}`} aria-label={t('panel_match')}>
          <strong>{said.title}</strong>
          <span class="why" dir="auto">
            {said.why.map((part) => (
              <span key={part} dir="auto">
                {part}
              </span>
            ))}
          </span>
        </output>
      )}
      {said && standing.is === 'possible' && <PossibleMatches panel={panel} matches={standing.matches} />}
      {said && standing.is === 'known' && !panel.row.value && (
        <p class="aside">
          {t('panel_not_them')}{' '}
          <button type="button" class="link" onClick={() => verdict.noneOfThem()}>
            {t('panel_create_anyway')}
          </button>
        </p>
      )}
      {said && standing.is === 'new' && standing.createAnyway && (
        <p class="aside">
          <button type="button" class="link" onClick={() => verdict.reconsider()}>
            {t('panel_reconsider')}
          </button>
        </p>
      )}
    </>
  );
}
