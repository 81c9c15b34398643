/** What the fields are called, and why a rule is not used any more. */
import { t, type TextKey } from '#lib/text.ts';

import type { TaughtField } from './schema.ts';
import type { Taught } from './taught.ts';

export const FIELD_TEXT: Readonly<Record<TaughtField, TextKey>> = {
  fullName: 'panel_name',
  headline: 'teach_headline',
  title: 'panel_job_title',
  company: 'panel_company',
  location: 'panel_location',
  emails: 'teach_email',
  phones: 'teach_phone',
};

export const stoppedText = ({ stopped }: Taught): string =>
  stopped ? t(stopped.because === 'disagrees' ? 'teach_because_disagrees' : 'teach_because_misses') : '';
