/** Where a value came from. An uncertain one has a mark and other words, not only another colour. */
import type { FieldSource } from '#lib/panel/source-of.ts';
import { t } from '#lib/text.ts';

export function SourceNote({ id, source }: { id?: string; source: FieldSource }) {
  if (!source.uncertain) {
    return (
      <em class="source" id={id}>
        {source.text}
      </em>
    );
  }
  return (
    <em class="source" id={id}>
      <span class="mark" aria-hidden="true">
        ?
      </span>
      <span class="sr">{t('panel_uncertain', source.text)}</span>
      <span aria-hidden="true"> {source.text}</span>
    </em>
  );
}
