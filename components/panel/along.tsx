/** What goes along with the person, in a line; and what does not, and why. */
import type { Along as Goes } from '#lib/panel/along.ts';
import { COUNTED } from '#lib/panel/career-text.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { counted, t } from '#lib/text.ts';

const GAPS = {
  company: 'panel_gap_company',
  title: 'panel_gap_title',
  start: 'panel_gap_start',
  order: 'panel_gap_order',
  school: 'panel_gap_school',
} as const;

export function Along({ panel }: { panel: Panel }) {
  const along = panel.along.value;
  const goes = goingOf(along);
  const known = panel.verdict.standing.value.is === 'known';
  if (goes.length === 0 && along.left.length === 0) return null;
  return (
    <p class="along soft">
      {goes.length > 0 && t(known ? 'panel_along_known' : 'panel_along', goes.join(', '))}{' '}
      {along.left.length > 0 && t('panel_along_left', along.left.map(leftText).join(', '))}
    </p>
  );
}

const goingOf = ({ career, file }: Goes): string[] => [
  ...career.map(({ step, entries }) => counted(COUNTED[step], entries)),
  ...(file ? [t('panel_along_file')] : []),
];

const leftText = ({ why, step, entries }: Goes['left'][number]): string =>
  why === 'no-right' ? t('panel_along_no_right', counted(COUNTED[step], entries)) : counted(GAPS[why], entries);
