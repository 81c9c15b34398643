/** Candidate or prospect. */
import type { Choice } from '#lib/panel/choice.ts';
import { t } from '#lib/text.ts';

const KINDS = [
  ['candidate', 'panel_candidate'],
  ['prospect', 'panel_prospect'],
] as const;

export function Kind({ kind, onChange }: { kind: Choice['kind']; onChange: (kind: Choice['kind']) => void }) {
  return (
    <div class="seg" role="radiogroup" aria-label={t('panel_kind')}>
      {KINDS.map(([value, text]) => (
        <label key={value} class={kind === value ? 'on' : undefined}>
          <input type="radio" name="kind" value={value} checked={kind === value} onChange={() => onChange(value)} />
          {t(text)}
        </label>
      ))}
    </div>
  );
}
