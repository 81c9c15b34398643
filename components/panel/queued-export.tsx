/** One export of the queue: how it stands, its one action, and the others folded. */
import { useRef, useState } from 'preact/hooks';

import { isOver, type ExportAnswer, type ExportView } from '#lib/export/schema.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import { ACTION_TEXT } from '#lib/panel/advice-table.ts';
import { followUpLines } from '#lib/panel/follow-up-text.ts';
import { addressOf } from '#lib/panel/known-line.ts';
import { leftOf } from '#lib/panel/of-two.ts';
import type { QueueAction, QueueRow } from '#lib/panel/queue.ts';
import { whoOf } from '#lib/panel/who.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { isUnreadable } from '#lib/panel/sending.ts';
import { t, type TextKey } from '#lib/text.ts';

import { later } from '#components/later.tsx';

import { AskedSteps } from './asked-steps.tsx';

const Choose = later(async () => (await import('./choose.tsx')).Choose);
const Twice = later(async () => (await import('./twice.tsx')).Twice);
const IsThere = later(async () => (await import('./is-there.tsx')).IsThere);
const AnotherJob = later(async () => (await import('./another-job.tsx')).AnotherJob);

const TEXT: Record<QueueAction, TextKey> = {
  undo: 'panel_undo',
  'send-now': 'panel_send_now',
  retry: 'panel_do_retry',
  look: 'panel_look_now',
  choose: 'panel_row_choose',
  'is-there': 'panel_is_there',
  'create-anyway': 'panel_create_anyway',
  open: 'panel_open',
  unlock: 'panel_row_unlock',
  settings: ACTION_TEXT['open-options'],
  drop: 'panel_row_drop',
  dismiss: 'panel_row_dismiss',
  'leave-rest': 'panel_row_leave_rest',
  report: 'panel_row_report',
  'retry-step': 'panel_do_retry',
  'skip-step': 'panel_step_skip',
  'take-back': 'panel_undo_after',
  keep: 'panel_row_keep',
};

const ANSWER: Partial<Record<QueueAction, ExportAnswer>> = {
  retry: { do: 'retry' },
  look: { do: 'retry' },
  'is-there': { do: 'is-there' },
  'create-anyway': { do: 'create-anyway' },
  drop: { do: 'drop' },
  'leave-rest': { do: 'drop' },
  dismiss: { do: 'dismiss' },
  keep: { do: 'drop' },
};

const UndoAfter = later(async () => (await import('./undo-after.tsx')).UndoAfter);
const Unreadable = later(async () => (await import('./unreadable.tsx')).Unreadable);
const Report = later(async () => (await import('./export-report.tsx')).Report);

/** Whether a press opens something, instead of being an answer; of an application it is known whose it is. */
const opens = (action: QueueAction, { candidateId }: ExportView): boolean =>
  action === 'choose' || action === 'report' || action === 'take-back' || (action === 'is-there' && candidateId === undefined);

interface QueuedExportProps {
  panel: Panel;
  view: ExportView;
  row: QueueRow;
}

export function QueuedExport({ panel, view, row }: QueuedExportProps) {
  const [open, setOpen] = useState<QueueAction>();
  const more = useRef<HTMLElement>(null);
  const close = () => {
    setOpen(undefined);
    more.current?.focus();
  };
  const who = whoOf(view);
  const press = (action: QueueAction) => {
    if (opens(action, view)) return setOpen(open === action ? undefined : action);
    const answer = ANSWER[action];
    if (answer) void panel.sending.answer(view, answer);
    if (action === 'undo') void panel.sending.undo(view.id);
    if (action === 'send-now') void panel.sending.sendNow(view.id);
    if (action === 'settings') panel.openOptions();
    // The panel itself asks for it, at its top.
    if (action === 'unlock') document.querySelector<HTMLElement>('.unlock input')?.focus();
  };
  const way = (action: QueueAction) => (
    <Way key={action} action={action} who={who} view={view} open={open === action} onPress={press} />
  );
  return (
    <li>
      <div class="export">
        <span class="what">
          <b dir="auto">{who}</b>
          {view.jobName && <small dir="auto">{t('panel_row_for_job', view.jobName)}</small>}
          <small>{sentences(view, row).join(' ')}</small>
        </span>
        {row.action && row.action !== 'retry-step' && way(row.action)}
      </div>
      {row.action === 'retry-step' && <AskedSteps panel={panel} row={view} />}
      {row.also.length > 0 && (
        <details class="more">
          <summary ref={more} aria-label={t('panel_row_does', t('panel_row_more'), who)}>
            {t('panel_row_more')}
          </summary>
          <div class="actions">{row.also.filter((one) => one !== 'skip-step').map(way)}</div>
        </details>
      )}
      {(open === 'take-back' || (view.back?.length && isOver(view.state))) && (
        <UndoAfter
          panel={panel}
          view={view}
          asks={open === 'take-back'}
          isLinked={row.action === 'open'}
          onAnswered={() => setOpen(undefined)}
          onClose={close}
        />
      )}
      {isUnreadable(view) && <Unreadable panel={panel} view={view} />}
      {open === 'report' && <Report panel={panel} id={view.id} onClose={close} />}
      {open === 'choose' && row.action === 'choose' && <Chosen key={view.writtenAt} panel={panel} view={view} />}
      {open === 'is-there' && (row.action === 'is-there' || row.also.includes('is-there')) && (
        <IsThere panel={panel} view={view} />
      )}
    </li>
  );
}

/** What there is to choose from. */
function Chosen({ panel, view }: { panel: Panel; view: ExportView }) {
  if (view.question === 'twice') return <Twice panel={panel} view={view} />;
  return view.question === 'job-closed' ? <AnotherJob panel={panel} view={view} /> : <Choose panel={panel} view={view} />;
}

/** What it ran into, how it stands, and what did not follow. */
function sentences(view: ExportView, { says, error }: QueueRow): string[] {
  const advice = error && adviceFor(error);
  return [
    ...(advice ? [`${advice.what}.`] : []),
    t(says.key, ...says.args),
    ...(advice && view.state === 'needs-you' ? [advice.next] : []),
    ...followUpLines(view.question === 'follow-up' ? [] : view.followUps).flatMap(({ text, wrong }) => (wrong ? text : [])),
  ];
}

interface WayProps {
  action: QueueAction;
  who: string;
  view: ExportView;
  /** Whether what it opens is open. */
  open: boolean;
  onPress: (action: QueueAction) => void;
}

function Way({ action, who, view, open, onPress }: WayProps) {
  const text = t(TEXT[action]);
  const named = t('panel_row_does', text, who);
  const candidateId = leftOf(view) ?? view.candidateId;
  if (action === 'open')
    return candidateId === undefined ? null : (
      <a
        class="out"
        href={view.pageUrl ?? addressOf(candidateId, view.applicationId)}
        target="_blank"
        rel="noreferrer"
        aria-label={named}
      >
        {text}
      </a>
    );
  return (
    <button
      type="button"
      class="link"
      aria-label={named}
      aria-expanded={opens(action, view) ? open : undefined}
      onClick={() => onPress(action)}
    >
      {text}
    </button>
  );
}
