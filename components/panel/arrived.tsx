/** Whom this browser exported lately, by their names in Greenhouse: the way there, and the way back. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import css from '#assets/panel-lately.css?inline';
import { useStyles } from '#components/own-styles.ts';
import { AppError } from '#lib/errors.ts';
import type { Called, ExportView } from '#lib/export/schema.ts';
import { addressOf } from '#lib/panel/known-line.ts';
import { mayUndo } from '#lib/panel/may-undo.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { ago, mayBeUnlisted } from '#lib/panel/when.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { Told } from './told.tsx';

const UndoAfter = later(async () => (await import('./undo-after.tsx')).UndoAfter);

interface Read {
  /** The ids of the exports that were there when it was asked. */
  of: string;
  /** The newest answer first: whom Greenhouse names no more keeps the name of an earlier one. */
  people: readonly Called[];
}

export function Arrived({ panel }: { panel: Panel }) {
  useStyles(css);
  const [read, setRead] = useState<Read>();
  const [failed, setFailed] = useState<AppError>();
  const views = panel.lately.value;
  // Whoever arrives while it is open is asked for, too.
  const ids = views.map(({ id }) => id).join();
  const ask = useCallback(() => {
    setFailed(undefined);
    panel.sending.names().then(
      (people) => setRead((before) => ({ of: ids, people: [...people, ...(before?.people ?? [])] })),
      (thrown: unknown) => setFailed(AppError.from(thrown)),
    );
  }, [panel, ids]);
  useEffect(ask, [ask]);
  useEffect(() => () => panel.leave(), [panel]);
  if (views.length === 0) return <p class="soft">{t('panel_lately_nobody')}</p>;
  return (
    <>
      {!read && !failed && <output>{t('panel_by_hand_looking')}</output>}
      {failed && <Told panel={panel} error={failed} onRetry={ask} />}
      <ul class="list">
        {views.map((view) => (
          <One key={view.id} panel={panel} view={view} read={read} />
        ))}
      </ul>
    </>
  );
}

function One({ panel, view, read }: { panel: Panel; view: ExportView; read: Read | undefined }) {
  const [undoing, setUndoing] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const { candidateId, applicationId, jobName, startedAt } = view;
  // Whom we have just deleted is still called as they were.
  const [lastId, setLastId] = useState(candidateId);
  if (candidateId !== undefined && candidateId !== lastId) setLastId(candidateId);
  const called = read?.people.find((one) => one.candidateId === lastId)?.name;
  const who = called || view.name || view.externalId;
  const where = jobName === undefined ? '' : t('panel_row_for_job', jobName);
  const named = (does: string) => t('panel_row_does', does, `${who} ${where}`.trim());
  const answered = () => setUndoing(false);
  const close = () => {
    answered();
    undo.current?.focus();
  };
  return (
    <li>
      <b dir="auto">{who}</b>
      <small dir="auto">{[where, ago(startedAt, panel.now())].filter(Boolean).join(' · ')}</small>
      {read?.of.includes(view.id) && called === undefined && candidateId !== undefined && (
        <small>{t(mayBeUnlisted(startedAt, panel.now()) ? 'panel_fresh' : 'panel_unread')}</small>
      )}
      <div class="actions">
        {candidateId !== undefined && (
          <a
            class="out"
            href={view.pageUrl ?? addressOf(candidateId, applicationId)}
            target="_blank"
            rel="noreferrer"
            aria-label={named(t('panel_open'))}
          >
            {t('panel_open')}
          </a>
        )}
        {mayUndo(view) && (
          <button
            ref={undo}
            type="button"
            class="link"
            aria-label={named(t('panel_undo_after'))}
            aria-expanded={undoing}
            onClick={() => {
              panel.tend(view.id);
              setUndoing(!undoing);
            }}
          >
            {t('panel_undo_after')}
          </button>
        )}
      </div>
      {(undoing || view.back?.length) && (
        <UndoAfter panel={panel} view={view} asks={undoing} isLinked onAnswered={answered} onClose={close} />
      )}
    </li>
  );
}
