import { addressOf } from '#lib/panel/known-line.ts';
import { t } from '#lib/text.ts';

interface OpenLinkProps {
  candidateId: number;
  applicationId?: number | undefined;
  /** Where Greenhouse itself said that they are. */
  pageUrl?: string | undefined;
  /** In a line of text, where something else is the thing to do. */
  quiet?: boolean;
}

/** The one link to the person in Greenhouse; there is never a second on the page. */
export function OpenLink({ candidateId, applicationId, pageUrl, quiet = false }: OpenLinkProps) {
  return (
    <a
      class={quiet ? 'out' : 'button out'}
      href={pageUrl ?? addressOf(candidateId, applicationId)}
      target="_blank"
      rel="noreferrer"
    >
      {t('panel_open')}
    </a>
  );
}
