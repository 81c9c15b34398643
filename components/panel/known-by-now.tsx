/** Between the press and the sending somebody else put this person into Greenhouse, or took them out: who is it, and what now? */
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';
import type { Match } from '#lib/identity/schema.ts';
import { addressOf, nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';
import { MatchItem } from './match.tsx';

const WHAT = { known: 'panel_question_known', gone: 'panel_question_gone', hidden: 'panel_question_hidden' } as const;
const WHY = { gone: 'panel_question_gone_why', hidden: 'panel_question_hidden_why' } as const;

interface KnownByNowProps {
  panel: Panel;
  row: ExportView;
  /** What is known of the people behind the question; of whoever is not among them, their number. */
  matches: readonly Match[];
  say: (answer: ExportAnswer) => () => void;
}

export function KnownByNow({ panel, row, matches, say }: KnownByNowProps) {
  const { addsApplications } = panel.can.value;
  const question = row.question === 'gone' || row.question === 'hidden' ? row.question : 'known';
  const knownWhy = addsApplications ? 'panel_question_known_why' : 'panel_question_exported_why';
  const add = (candidateId: number, name: string) =>
    addsApplications && (
      <button type="button" class="main small" onClick={say({ do: 'add-to', candidateId })}>
        {t(row.jobName === undefined ? 'panel_add_to_person' : 'panel_add_person_to_job', name)}
      </button>
    );
  return (
    <Alert
      what={t(WHAT[question])}
      why={t(question === 'known' ? knownWhy : WHY[question])}
      next={t(addsApplications ? 'panel_question_known_next' : 'panel_need_by_hand')}
    >
      <ul class="matches">
        {(row.candidateIds ?? []).map((candidateId) => {
          const match = matches.find(({ person }) => person.candidateId === candidateId);
          if (match) {
            return (
              <MatchItem key={candidateId} match={match} now={panel.now()}>
                {add(candidateId, nameOf(match.person))}
              </MatchItem>
            );
          }
          // Being asked about, or not to be read just now: the number and a look at them in Greenhouse.
          const name = t('panel_candidate_number', String(candidateId));
          return (
            <li key={candidateId} class="actions">
              {add(candidateId, name)}
              <a class="out" href={addressOf(candidateId)} target="_blank" rel="noreferrer">
                {t('panel_look_at', name)}
              </a>
            </li>
          );
        })}
      </ul>
      <button type="button" class="link" onClick={say({ do: 'create-anyway' })}>
        {t('panel_create_anyway')}
      </button>
      <button type="button" class="link" onClick={say({ do: 'drop' })}>
        {t('panel_drop')}
      </button>
    </Alert>
  );
}
