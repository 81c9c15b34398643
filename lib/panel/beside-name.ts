/** What the page printed with the name, in one line: "she/her · Bob · PhD". */
import type { Candidate } from '#lib/candidate/schema.ts';

/** Without its brackets and quotes, and without emoji and the site's own marks, which say nothing of the name. */
export const besideName = ({ nameExtras }: Candidate): string =>
  (nameExtras ?? [])
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text }) => text.replace(/^[([{“"«]|[)\]}”"»]$/g, ''))
    .join(' · ');
