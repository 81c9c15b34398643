/** Taking an export back after it has arrived: what of it can go and what stays, the one press, and what came of it. */
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';

import css from '#assets/panel-undo.css?inline';
import { useStyles } from '#components/own-styles.ts';
import { AppError } from '#lib/errors.ts';
import { undoPartSchema, type ExportView, type Undoable, type UndoPart } from '#lib/export/schema.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { failureText, isByHand, partText, staysText, takenText } from '#lib/panel/take-back.ts';
import { clockTime } from '#lib/panel/when.ts';
import { t } from '#lib/text.ts';

import { OpenLink } from './open-link.tsx';
import { Told } from './told.tsx';

interface UndoAfterProps {
  panel: Panel;
  view: ExportView;
  /** Whether somebody wants to know what can go; else it is told what went. */
  asks: boolean;
  /** What leads to their page stands beside this already. */
  isLinked?: boolean | undefined;
  onAnswered: () => void;
  onClose: () => void;
}

export function UndoAfter(props: UndoAfterProps) {
  useStyles(css);
  const { view, asks } = props;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // It stays the same box from the question to the end: whoever is in it is not thrown out.
    if (asks) box.current?.focus();
  }, [asks]);
  return (
    <section class="undo-after" ref={box} tabIndex={-1} aria-label={t('panel_undo_after_title')}>
      {view.state === 'taking-back' ? <TakingBack {...props} /> : asks ? <Asked {...props} /> : <CameOfIt {...props} />}
    </section>
  );
}

function TakingBack({ panel, view }: UndoAfterProps) {
  const { retryAt, error } = view;
  const say = (what: 'retry' | 'drop') => () => void panel.sending.answer(view, { do: what });
  if (error?.code === 'settings/passphrase') return <output>{t('panel_row_locked')}</output>;
  if (retryAt === undefined) return <output>{t('panel_taking_back')}</output>;
  return (
    <>
      <output>{t('panel_taking_later', clockTime(retryAt))}</output>
      <div class="actions">
        <button type="button" class="plain small" onClick={say('retry')}>
          {t('panel_do_retry')}
        </button>
        <button type="button" class="link" onClick={say('drop')}>
          {t('panel_row_keep')}
        </button>
      </div>
    </>
  );
}

/** Part by part; beside what is left to be done by hand, the way there. */
function CameOfIt({ view, isLinked }: UndoAfterProps) {
  const failed = (view.back ?? []).filter(({ state }) => state === 'failed');
  const taken = takenText(view);
  return (
    <>
      {taken && <output>{taken}</output>}
      {failed.map((one) => (
        <p key={one.part} class="wrong">
          {failureText(one)}
        </p>
      ))}
      {failed.length > 0 && <ByHand view={view} isLinked={isLinked} />}
    </>
  );
}

const ByHand = ({ view: { candidateId }, isLinked }: Pick<UndoAfterProps, 'view' | 'isLinked'>) =>
  isLinked || candidateId === undefined ? null : <OpenLink quiet candidateId={candidateId} />;

function Asked({ panel, view, isLinked, onAnswered, onClose }: UndoAfterProps) {
  const [found, setFound] = useState<Undoable>();
  const [failed, setFailed] = useState<AppError>();
  const [left, setLeft] = useState<ReadonlySet<UndoPart>>(new Set());
  const stays = useId();
  const { id } = view;
  const ask = useCallback(() => {
    setFound(undefined);
    setFailed(undefined);
    panel.sending.undoable(id).then(setFound, (thrown: unknown) => setFailed(AppError.from(thrown)));
  }, [panel, id]);
  useEffect(ask, [ask]);
  const can = undoPartSchema.options.filter((part) => found?.can.includes(part));
  const parts = can.filter((part) => !left.has(part));
  const press = async () => {
    if (await panel.sending.takeBack(view, parts)) onAnswered();
    // It has changed since: what can still go is looked at again.
    else ask();
  };
  return (
    <>
      <output>
        <strong>{found ? t(can.length > 0 ? 'panel_undo_can' : 'panel_undo_nothing') : !failed && t('panel_undo_asks')}</strong>
      </output>
      {failed && <Told panel={panel} error={failed} onRetry={ask} />}
      {can.map((part) => (
        <label key={part} class="check">
          <input type="checkbox" checked={!left.has(part)} onChange={() => setLeft(toggled(left, part))} />
          {partText(part)}
        </label>
      ))}
      {found && found.cannot.length > 0 && (
        <>
          <p id={stays}>{t('panel_undo_stays')}</p>
          <ul aria-labelledby={stays}>
            {found.cannot.map((one) => (
              <li key={one.what}>{staysText(one)}</li>
            ))}
          </ul>
          {isByHand(found) && <ByHand view={view} isLinked={isLinked} />}
        </>
      )}
      <div class="actions">
        {can.length > 0 && (
          <button type="button" class="main small" disabled={parts.length === 0} onClick={() => void press()}>
            {t('panel_undo_there')}
          </button>
        )}
        <button type="button" class="link" onClick={onClose}>
          {t('drift_close')}
        </button>
      </div>
    </>
  );
}

/** An application goes with its person. */
function toggled(left: ReadonlySet<UndoPart>, part: UndoPart): Set<UndoPart> {
  const next = new Set(left);
  if (!next.delete(part)) next.add(part);
  if (part === 'application' && next.has(part)) next.add('person');
  if (part === 'person' && !next.has(part)) next.delete('application');
  return next;
}
