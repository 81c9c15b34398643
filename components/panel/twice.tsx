/**
 * Two records of one person came to be at one moment: both read fresh, and three ways on. A merge cannot be undone, so it is offered only
 * with both of them on show.
 */
import css from '#assets/panel-twice.css?inline';
import { AppError } from '#lib/errors.ts';
import type { ExportAnswer, ExportView } from '#lib/export/schema.ts';
import type { KnownPerson } from '#lib/greenhouse/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { addressOf } from '#lib/panel/known-line.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { leftAlone, linesOf, lostWith } from '#lib/panel/two-records.ts';
import { whoOf } from '#lib/panel/who.ts';
import { t, type TextKey } from '#lib/text.ts';

import { useStyles } from '#components/own-styles.ts';
import { Alert } from './alert.tsx';
import { usePeopleBehind } from './people-behind.ts';
import { Told } from './told.tsx';

export function Twice({ panel, view }: { panel: Panel; view: ExportView }) {
  useStyles(css);
  const { candidateId: ours = 0, twins: [theirs = 0] = [] } = view;
  const { people, failed, again } = usePeopleBehind(panel, view);
  // In every browser the same: one that takes its own back at this moment, unseen as yet, takes the other.
  const [stays, goes] = [Math.min(ours, theirs), Math.max(ours, theirs)];
  const say = (answer: ExportAnswer) => () => void panel.sending.answer(view, answer);
  const of = (candidateId: number) => people?.find(({ person }) => person.candidateId === candidateId)?.person;
  const [staying, going] = [of(stays), of(goes)];
  const lost = staying && going ? lostWith(going, staying) : [];
  const left = leftAlone(
    [staying, going].filter((one) => one !== undefined),
    view.startedAt,
    panel.now(),
  );
  const merge = left === undefined ? t('panel_twice_merge', String(stays)) : t('panel_twice_go_on', String(left));
  return (
    <Alert what={t('panel_question_twice')} why={t('panel_question_twice_why')} next={t('panel_question_twice_next')}>
      <Tried view={view} />
      {failed && <Told panel={panel} error={failed} onRetry={again} />}
      {!people && !failed && <p class="soft">{t('panel_by_hand_looking')}</p>}
      <fieldset class="records">
        <legend>{t('panel_twice_both')}</legend>
        {[stays, goes].map((candidateId) => (
          <div key={candidateId}>
            <b>{t(candidateId === ours ? 'panel_twice_ours' : 'panel_twice_theirs', String(candidateId))}</b>
            <One person={of(candidateId)} isRead={people !== undefined} now={panel.now()} />
            <a class="out" href={addressOf(candidateId)} target="_blank" rel="noreferrer">
              {t('panel_look_at', t('panel_candidate_number', String(candidateId)))}
            </a>
          </div>
        ))}
      </fieldset>
      <p>{left === undefined ? t('panel_twice_moves', String(goes), String(stays)) : t('panel_twice_one_left')}</p>
      {lost.length > 0 && <p dir="auto">{t('panel_twice_lost', lost.join(', '))}</p>}
      <button
        type="button"
        class="main small"
        disabled={left === undefined && (!staying || !going)}
        aria-label={t('panel_row_does', merge, whoOf(view))}
        onClick={say({ do: 'merge', survivorId: left ?? stays })}
      >
        {merge}
      </button>
      {left === undefined && (
        <>
          <p>{t('panel_twice_back_what')}</p>
          <button type="button" class="plain small" onClick={say({ do: 'step-back' })}>
            {t('panel_twice_back')}
          </button>
        </>
      )}
      <button type="button" class="link" onClick={say({ do: 'keep-both' })}>
        {t('panel_keep_both')}
      </button>
    </Alert>
  );
}

/** What the last answer ran into. */
function Tried({ view: { error, back } }: { view: ExportView }) {
  const ran = error ?? back?.find((one) => one.error)?.error;
  if (ran) {
    const { what, details } = adviceFor(AppError.fromWire(ran));
    return <p>{[...[what, ...details].map((words) => `${words}.`), t('panel_twice_by_hand')].join(' ')}</p>;
  }
  const why = back?.find((one) => one.why)?.why;
  return why ? <p>{t(WHY[why] ?? 'panel_twice_unlisted')}</p> : null;
}

const WHY: Partial<Record<string, TextKey>> = {
  'others-work': 'panel_twice_worked',
  'no-right': 'panel_twice_no_right',
  unsure: 'panel_twice_unsure',
};

function One({ person, isRead, now }: { person: KnownPerson | undefined; isRead: boolean; now: number }) {
  if (!person) return isRead ? <p class="soft">{t('panel_twice_unlisted')}</p> : null;
  return (
    <ul>
      {linesOf(person, now).map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
