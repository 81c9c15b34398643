import { addressOf } from '#lib/panel/known-line.ts';
import { t } from '#lib/text.ts';

interface OpenLinkProps {
  candidateId: number;
  applicationId?: number | undefined;
}

/** The one link to the person in Greenhouse; there is never a second on the page. */
export function OpenLink({ candidateId, applicationId }: OpenLinkProps) {
  const href = applicationId === undefined ? addressOf(candidateId) : addressOf(candidateId, applicationId);
  return (
    <a class="button plain out" href={href} target="_blank" rel="noreferrer">
      {t('panel_open')}
    </a>
  );
}
