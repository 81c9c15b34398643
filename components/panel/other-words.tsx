/* oxlint-disable react/no-array-index-key -- the word that is used changes places with the one that was: the keyboard stays */
/** What another page says of a field, below the word that is in use. */
import css from '#assets/panel-pages.css?inline';
import { useStyles } from '#components/own-styles.ts';
import { otherWords } from '#lib/panel/contradictions.ts';
import type { Disputed, Draft } from '#lib/panel/draft.ts';
import { withWordOf } from '#lib/panel/merge.ts';
import type { PersonModel } from '#lib/panel/person.ts';
import { pageName } from '#lib/panel/site-name.ts';
import { t, type TextKey } from '#lib/text.ts';

const LABELS: Record<Disputed, TextKey> = {
  name: 'panel_name',
  headline: 'panel_headline',
  title: 'panel_job_title',
  company: 'panel_company',
  location: 'panel_location',
};

interface OtherWordsProps {
  field: Disputed;
  draft: Draft;
  person: PersonModel;
}

export function OtherWords({ field, draft, person }: OtherWordsProps) {
  useStyles(css);
  const words = otherWords(draft, field);
  if (words.length === 0) return null;
  return (
    <ul class="other-words" aria-label={t('panel_other_words', t(LABELS[field]))}>
      {words.map(({ value, page, url }, index) => (
        <li key={index}>
          <span dir="auto">{value}</span>
          <em class="source">{pageName(url)}</em>
          <button
            type="button"
            class="link"
            aria-label={t('panel_use_word', value, pageName(url), t(LABELS[field]))}
            onClick={() => person.amend((before) => withWordOf(before, field, page))}
          >
            {t('panel_use')}
          </button>
        </li>
      ))}
    </ul>
  );
}
