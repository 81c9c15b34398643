/** Who is on the page: every field editable, each with where it came from. */
import type { Candidate, TextField as Field } from '#lib/candidate/schema.ts';
import { besideName } from '#lib/panel/beside-name.ts';
import type { Disputed, Draft } from '#lib/panel/draft.ts';
import { shortAddress } from '#lib/panel/links.ts';
import { missingSentences } from '#lib/panel/missing.ts';
import type { Panel } from '#lib/panel/panel.ts';
import { readyCandidate } from '#lib/panel/ready.ts';
import { sourceOf } from '#lib/panel/source-of.ts';
import { counted, t, type TextKey } from '#lib/text.ts';

import { ContactLists } from './contact-lists.tsx';
import { later } from '#components/later.tsx';
import { NameRow } from './name-row.tsx';
import { TextField } from './text-field.tsx';

/** Loaded while the page is read. */
export const Career = later(async () => (await import('./career.tsx')).Career);
const Along = later(async () => (await import('./along.tsx')).Along);
const TheirPages = later(async () => (await import('./pages.tsx')).TheirPages);
const OtherWords = later(async () => (await import('./pages.tsx')).OtherWords);
const Teach = later(async () => (await import('./teach.tsx')).Teach);

const FIELDS: readonly (readonly [Field & Disputed, TextKey])[] = [
  ['title', 'panel_job_title'],
  ['company', 'panel_company'],
  ['location', 'panel_location'],
];

/** A headline that is only title and company again. */
const saysNoMore = ({ headline, title, company }: Candidate): boolean =>
  (headline ?? '').length <= `${title ?? ''} at ${company ?? ''}`.length &&
  Boolean(title && company && headline?.includes(title) && headline.includes(company));

export function Person({ panel, draft }: { panel: Panel; draft: Draft }) {
  const { candidate, reading } = draft;
  const { firstName, lastName } = readyCandidate(candidate);
  const beside = besideName(candidate);
  const others = (field: Disputed) =>
    draft.pages && <OtherWords key={`or-${field}`} field={field} draft={draft} person={panel.person} />;
  return (
    <section class="person" aria-label={t('panel_person')}>
      <div class="who">
        <h1 dir="auto">{[firstName, lastName].filter(Boolean).join(' ') || t('panel_nameless')}</h1>
        {beside && (
          <p class="soft" dir="auto">
            {beside}
          </p>
        )}
        {candidate.headline && !saysNoMore(candidate) && <p dir="auto">{candidate.headline}</p>}
        {others('headline')}
        {reading.url && <p class="soft address">{shortAddress(reading.url)}</p>}
      </div>
      <TheirPages panel={panel} />
      <div class="fields">
        <NameRow draft={draft} person={panel.person} />
        {others('name')}
        {FIELDS.map(([field, label]) => [
          <TextField
            key={field}
            field={field}
            label={t(label)}
            value={candidate[field] ?? ''}
            source={sourceOf(draft, field)}
            onChange={(value) => panel.person.setText(field, value)}
          />,
          others(field),
        ])}
        <ContactLists draft={draft} person={panel.person} />
      </div>
      <Career candidate={candidate} />
      <Along panel={panel} />
      <Missing panel={panel} sentences={missingSentences(reading.missing, candidate)} />
      <Teach panel={panel} draft={draft} />
    </section>
  );
}

function Missing({ panel, sentences }: { panel: Panel; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div class="missing">
      {sentences.length === 1 ? (
        <p>{sentences[0]}</p>
      ) : (
        <details>
          <summary>{counted('panel_missing', sentences.length)}</summary>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" class="link" disabled={panel.page.busy.value} onClick={() => panel.page.readAgain()}>
        {t('panel_read_again')}
      </button>
    </div>
  );
}
