/** The verdict, first of all: is this person in Greenhouse already, and why we say so. */
import type { Match } from '#lib/identity/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { sayVerdict } from '#lib/panel/say-verdict.ts';
import { isBare } from '#lib/panel/standing.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { OpenLink } from './open-link.tsx';

const PossibleMatches = later(async () => (await import('./possible-matches.tsx')).PossibleMatches);
const BlindSpots = later(async () => (await import('./blind-spots.tsx')).BlindSpots);
const ByHand = later(async () => (await import('./by-hand.tsx')).ByHand);

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
  const { verdict, can } = panel;
  const said = panel.connected.value
    ? sayVerdict(verdict.state.value, verdict.standing.value, { can: can.value, now: panel.now() })
    : undefined;
  return (
    <>
      {said && (
        <output class={`verdict ${said.look}`} aria-label={t('panel_match')}>
          <strong>{said.title}</strong> <Line parts={said.why} />{' '}
          {said.at && (
            <span class="at" dir="auto">
              {said.at}
            </span>
          )}{' '}
          {said.rest && said.rest.length > 0 && <Line parts={said.rest} />}
        </output>
      )}
      {/* While an export of theirs is under way, its own questions stand in the foot. */}
      {panel.connected.value && !panel.row.value && <Word panel={panel} />}
    </>
  );
}

/** What the recruiter can say to the verdict, and what it could not see. */
function Word({ panel }: { panel: Panel }) {
  const { verdict, can } = panel;
  const [state, standing] = [verdict.state.value, verdict.standing.value];
  if (standing.is === 'known') return <Known panel={panel} match={standing.match} />;
  if (state.is !== 'answered' || standing.is === 'undecided')
    return state.is === 'failed' && can.value.findsPeople ? <ByHand panel={panel} /> : null;
  // Who they are is being asked: until then there is nothing to choose by.
  if (isBare(state) && !state.error) return null;
  return (
    <>
      {standing.is === 'possible' && <PossibleMatches panel={panel} matches={standing.matches} bare={isBare(state)} />}
      {(standing.notThem > 0 || (standing.is === 'new' && standing.createAnyway)) && (
        <p class="aside">
          <button type="button" class="link" onClick={() => verdict.reconsider()}>
            {t('panel_reconsider')}
          </button>
        </p>
      )}
      {state.verdict.blind?.length && <BlindSpots panel={panel} verdict={state.verdict} />}
      {can.value.findsPeople && <ByHand panel={panel} />}
    </>
  );
}

function Known({ panel: { verdict }, match }: { panel: Panel; match: Match }) {
  const { candidateId, pageUrl } = match.person;
  return (
    <p class="aside both">
      <span class="words">
        <button type="button" class="link" onClick={() => verdict.notThem([candidateId])}>
          {t('panel_not_them')}
        </button>
        <button type="button" class="link" onClick={() => verdict.createAnyway()}>
          {t('panel_create_anyway')}
        </button>
      </span>
      <OpenLink candidateId={candidateId} pageUrl={pageUrl} quiet />
    </p>
  );
}
