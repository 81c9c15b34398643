/** The verdict, first of all: is this person in Greenhouse already, and why we say so. */
import type { Capabilities } from '#lib/greenhouse/capabilities.ts';
import { knownLine, nameOf, reason } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import type { Standing, VerdictState } from '#lib/panel/verdict.ts';
import { counted, t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { OpenLink } from './open-link.tsx';

const PossibleMatches = later(async () => (await import('./possible-matches.tsx')).PossibleMatches);

interface Said {
  look: 'new' | 'in' | 'maybe' | 'wait';
  title: string;
  why: readonly string[];
  /** Where somebody who is known stands: what a recruiter wants to know before writing to them. */
  at?: string | undefined;
  rest?: readonly string[];
}

function say(state: VerdictState, standing: Standing, panel: Panel): Said | undefined {
  if (state.is === 'checking') return { look: 'wait', title: t('panel_checking'), why: [t('panel_checking_why')] };
  if (state.is !== 'answered') return undefined;
  if (standing.is === 'known') {
    const { person, agrees } = standing.match;
    const [at, ...rest] = knownLine(person, panel.now());
    // Their name there comes first: a shared address is seen at once.
    return { look: 'in', title: t('panel_known'), why: [nameOf(person), ...agrees.map(reason)].filter(Boolean), at, rest };
  }
  if (standing.is === 'possible') {
    return { look: 'maybe', title: t('panel_possible'), why: [counted('panel_possible_why', standing.matches.length)] };
  }
  return { look: 'new', title: t('panel_new'), why: [whyNew(state, standing, panel.can.value)] };
}

function whyNew(
  { verdict }: Extract<VerdictState, { is: 'answered' }>,
  standing: Standing,
  { findsPeople }: Capabilities,
): string {
  if (standing.is === 'new' && standing.createAnyway) return t('panel_new_anyway');
  if (!findsPeople) return t('panel_new_here');
  return t(verdict.checked.includes('email') ? 'panel_new_both' : 'panel_new_no_email');
}

const Line = ({ parts }: { parts: readonly string[] }) => (
  <span class="why" dir="auto">
    {parts.map((part) => (
      <span key={part} dir="auto">
        {part}
      </span>
    ))}
  </span>
);

export function VerdictView({ panel }: { panel: Panel }) {
  const { verdict } = panel;
  const standing = verdict.standing.value;
  const said = panel.connected.value ? say(verdict.state.value, standing, panel) : undefined;
  if (!said) return null;
  return (
    <>
      <output class={`verdict ${said.look}`} aria-label={t('panel_match')}>
        <strong>{said.title}</strong> <Line parts={said.why} />{' '}
        {said.at && (
          <span class="at" dir="auto">
            {said.at}
          </span>
        )}{' '}
        {said.rest && said.rest.length > 0 && <Line parts={said.rest} />}
      </output>
      {/* While an export of theirs is under way, its own questions stand in the foot. */}
      {!panel.row.value && <Word panel={panel} standing={standing} />}
    </>
  );
}

/** What the recruiter can say to the verdict. */
function Word({ panel, standing }: { panel: Panel; standing: Standing }) {
  const { verdict } = panel;
  if (standing.is === 'possible') return <PossibleMatches panel={panel} matches={standing.matches} />;
  if (standing.is === 'known') {
    return (
      <p class="aside both">
        <span>
          {t('panel_not_them')}{' '}
          <button type="button" class="link" onClick={() => verdict.noneOfThem()}>
            {t('panel_create_anyway')}
          </button>
        </span>
        <OpenLink candidateId={standing.match.person.candidateId} pageUrl={standing.match.person.pageUrl} quiet />
      </p>
    );
  }
  if (standing.is !== 'new' || !standing.createAnyway) return null;
  return (
    <p class="aside">
      <button type="button" class="link" onClick={() => verdict.reconsider()}>
        {t('panel_reconsider')}
      </button>
    </p>
  );
}
