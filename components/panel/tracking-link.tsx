/** A link to the chosen job for a post or a message, made when somebody wants it, ready to be copied. */
import { useEffect, useRef, useState } from 'preact/hooks';

import { AppError } from '#lib/errors.ts';
import { adviceFor } from '#lib/panel/advice.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { t } from '#lib/text.ts';

type Made = { is: 'no' | 'coming' } | { is: 'there'; url: string } | { is: 'failed'; why: string };

export function TrackingLink({ panel, jobId }: { panel: Panel; jobId: number }) {
  const [made, setMade] = useState<Made>({ is: 'no' });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [made]);
  const make = async () => {
    setMade({ is: 'coming' });
    setMade(
      await panel.trackingLink(jobId).then(
        (url): Made => ({ is: 'there', url }),
        (thrown: unknown): Made => ({ is: 'failed', why: adviceFor(AppError.from(thrown)).what }),
      ),
    );
  };
  return (
    <>
      {made.is === 'there' ? (
        <div class="row">
          <label for="tracking-link">{t('panel_tracking_link')}</label>
          <input type="text" id="tracking-link" ref={field} readOnly value={made.url} />
        </div>
      ) : (
        <button type="button" class="link" disabled={made.is === 'coming'} onClick={() => void make()}>
          {t('panel_make_tracking_link')}
        </button>
      )}
      <small class={made.is === 'failed' ? 'wrong' : 'soft'}>
        <output aria-label={t('panel_tracking_link')}>{made.is === 'failed' ? made.why : t('panel_tracking_link_note')}</output>
      </small>
    </>
  );
}
