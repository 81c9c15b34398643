/** The person is in Greenhouse; what did not follow them is said apart. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Added, ExportView } from '#lib/export/schema.ts';
import type { Draft } from '#lib/panel/draft.ts';
import { followUpLines } from '#lib/panel/follow-up-text.ts';
import { mayUndo } from '#lib/panel/may-undo.ts';
import { isFirstOfTwo, leftOf, mayBeGone } from '#lib/panel/of-two.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { readyCandidate } from '#lib/panel/ready.ts';
import { t } from '#lib/text.ts';

import { later } from '#components/later.tsx';
import { OpenLink } from './open-link.tsx';

const UndoAfter = later(async () => (await import('./undo-after.tsx')).UndoAfter);

const OUTCOME = {
  created: 'panel_done_created',
  added: 'panel_done_added',
  'already-there': 'panel_done_there',
  updated: 'panel_done_updated',
  merged: 'panel_done_merged',
  'stepped-back': 'panel_done_stepped_back',
} as const;

const ADDED = {
  profile: 'panel_added_profile',
  'external-id': 'panel_added_external_id',
  email: 'panel_added_email',
  phone: 'panel_added_phone',
  link: 'panel_added_link',
  title: 'panel_added_title',
  company: 'panel_added_company',
  tag: 'panel_added_tag',
} as const;

const addedText = (added: readonly Added[]): string =>
  added.length === 0 ? t('panel_added_nothing') : t('panel_added', added.map((what) => t(ADDED[what])).join(', '));

const headline = ({ state, candidateId, outcome = 'created' }: ExportView, name: string): string =>
  state !== 'taken-back'
    ? t(OUTCOME[outcome], name)
    : candidateId === undefined
      ? t('panel_taken_back', name)
      : t('panel_taken_part');

export function Finished({ panel, row, draft }: { panel: Panel; row: ExportView; draft: Draft }) {
  const { firstName, lastName } = readyCandidate(draft.candidate);
  // The name goes from a row when it is done; the person is still on show.
  const name = row.name || [firstName, lastName].filter(Boolean).join(' ');
  const [undoing, setUndoing] = useState(false);
  const isBack = row.state === 'taken-back';
  const again = useRef<HTMLButtonElement>(null);
  const close = () => {
    setUndoing(false);
    again.current?.focus();
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever is writing at another field by now stays there.
    if (document.activeElement?.closest('main')) return;
    // The verdict has changed; the foot tells of the export, and its buttons are gone.
    document.querySelector('main')?.scrollTo({ top: 0 });
    if (!document.activeElement?.closest('footer')) box.current?.focus();
  }, []);
  return (
    <div class="finished" ref={box} tabIndex={-1}>
      <p class="success">
        <strong dir="auto">{row.outcome === 'stepped-back' ? t(OUTCOME['stepped-back'], name) : headline(row, name)}</strong>
        {row.outcome === 'stepped-back' && <span>{t('panel_stepped_back_why')}</span>}
        {row.jobName && !isBack && row.outcome !== 'stepped-back' && <span dir="auto">{t('panel_done_to', row.jobName)}</span>}
        {row.added && !isBack && <span>{addedText(row.added)}</span>}
      </p>
      {isFirstOfTwo(row) && <p class="soft">{t('panel_twice_told', String(row.twins?.[0]))}</p>}
      {leftOf(row) !== undefined && (
        <p class="wrong">{t(mayBeGone(row) ? 'panel_stepped_back_perhaps' : 'panel_stepped_back_left', String(leftOf(row)))}</p>
      )}
      {followUpLines(row.followUps).map(({ text, wrong }) => (
        <p key={text} class={wrong ? 'wrong' : 'soft'}>
          {text}
        </p>
      ))}
      {row.candidateId !== undefined && (
        <OpenLink candidateId={row.candidateId} applicationId={row.applicationId} pageUrl={row.pageUrl} />
      )}
      {(undoing || row.back?.length) && (
        <UndoAfter panel={panel} view={row} asks={undoing} isLinked onAnswered={() => setUndoing(false)} onClose={close} />
      )}
      <div class="actions">
        <button type="button" class="link" onClick={() => panel.goOn()}>
          {t(isBack && row.candidateId === undefined ? 'panel_export_again' : 'panel_to_another')}
        </button>
        {mayUndo(row) && (
          <button
            ref={again}
            type="button"
            class="link"
            aria-expanded={undoing ? 'true' : 'false'}
            onClick={() => setUndoing(!undoing)}
          >
            {t('panel_undo_after')}
          </button>
        )}
      </div>
    </div>
  );
}
