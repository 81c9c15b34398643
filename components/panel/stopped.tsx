/** An export that waits for somebody: what for, and every way on. */
import { AppError } from '#lib/errors.ts';
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';
import { ACTION_TEXT, adviceFor } from '#lib/panel/advice.ts';
import { nameOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { clockTime } from '#lib/panel/when.ts';
import { t } from '#lib/text.ts';

import { Alert } from './alert.tsx';
import { OpenLink } from './open-link.tsx';
import { actOn } from './trouble.tsx';

interface StoppedProps {
  panel: Panel;
  row: ExportView;
}

export function Stopped({ panel, row }: StoppedProps) {
  const say = (answer: ExportAnswer) => () => void panel.sending.answer(row.id, answer);
  if (row.question === 'known') return <Known panel={panel} row={row} say={say} />;
  if (row.question === 'unknown-outcome') {
    return (
      <Alert
        what={t('panel_question_unknown')}
        why={t('panel_question_unknown_why')}
        next={row.retryAt === undefined ? t('panel_question_unknown_next') : t('panel_retry_at', clockTime(row.retryAt))}
      >
        <button type="button" class="main small" onClick={say({ do: 'retry' })}>
          {t('panel_look_again')}
        </button>
        <button type="button" class="link" onClick={say({ do: 'create-anyway' })}>
          {t('panel_create_anyway')}
        </button>
        <Drop say={say} />
      </Alert>
    );
  }
  const advice = row.error ? adviceFor(AppError.fromWire(row.error)) : undefined;
  const settings = advice?.action === 'open-options';
  return (
    <>
      <Alert
        what={advice?.what ?? t('panel_stopped')}
        why={advice?.why}
        details={advice?.details}
        next={row.retryAt === undefined ? advice?.next : t('panel_retry_at', clockTime(row.retryAt))}
      >
        {settings && (
          <button type="button" class="main small" onClick={() => actOn(panel, 'open-options')}>
            {t(ACTION_TEXT['open-options'])}
          </button>
        )}
        <button type="button" class={settings ? 'plain small' : 'main small'} onClick={say({ do: 'retry' })}>
          {t('panel_do_retry')}
        </button>
        <Drop say={say} />
      </Alert>
      {row.candidateId !== undefined && <OpenLink candidateId={row.candidateId} applicationId={row.applicationId} />}
    </>
  );
}

type Say = (answer: ExportAnswer) => () => void;

function Drop({ say }: { say: Say }) {
  return (
    <button type="button" class="link" onClick={say({ do: 'drop' })}>
      {t('panel_drop')}
    </button>
  );
}

function Known({ panel, row, say }: StoppedProps & { say: Say }) {
  const { state } = panel.verdict;
  const matches = state.value.is === 'answered' ? state.value.verdict.matches : [];
  const nameFor = (candidateId: number) => {
    const person = matches.find((match) => match.person.candidateId === candidateId)?.person;
    return person ? nameOf(person) : t('panel_candidate_number', String(candidateId));
  };
  return (
    <Alert what={t('panel_question_known')} why={t('panel_question_known_why')} next={t('panel_question_known_next')}>
      {(row.candidateIds ?? []).map((candidateId) => (
        <button key={candidateId} type="button" class="main small" onClick={say({ do: 'add-to', candidateId })}>
          {t('panel_add_to_person', nameFor(candidateId))}
        </button>
      ))}
      <button type="button" class="link" onClick={say({ do: 'create-anyway' })}>
        {t('panel_create_anyway')}
      </button>
      <Drop say={say} />
    </Alert>
  );
}
