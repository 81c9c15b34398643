/** The profile that a signed-out visitor gets: the best source of the split name, and of little else since parts are masked. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, attr, first, lines, meta, text, textOf } from '../dom.ts';
import { websites } from './contact-overlay.ts';
import { handleOfLink } from './identity.ts';
import { personIn, type JsonPerson } from './public-json-ld.ts';
import { dated, filled } from './rows.ts';
import type { Generation, Section } from './shown.ts';

interface Subject {
  person?: JsonPerson | undefined;
  name: string;
  slug: string;
}

/** The box around the name also holds sign-in forms with headings of their own: only exact elements are read. */
export const publicProfile: Generation<Subject> = {
  find(document, handle) {
    const title = first(document, 'h1.top-card-layout__title,.top-card-layout h1');
    if (!title) return undefined;
    const person = personIn(document, handle);
    const named = [attr(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url'), meta(document, 'al:android:url')];
    if (!person && !named.some((address) => handleOfLink(address) === handle)) return undefined;
    const name = textOf(title) || person?.name;
    return name ? { name, slug: handle, person } : undefined;
  },
  read(document, { name, slug, person }) {
    const languages = all(document, '[data-section="languages"] li h3,section.languages li h3').map(textOf);
    const given = meta(document, 'profile:first_name');
    return {
      name,
      nameFrom: 'landmark',
      first: given,
      last: meta(document, 'profile:last_name'),
      ...(given ? { splitFrom: 'meta' as const } : {}),
      headline: text(document, 'h2.top-card-layout__headline'),
      location: placeIn(document, person?.location),
      title: person?.title,
      company: person?.company,
      photoUrl: person?.photo,
      experience: experienceIn(document) ?? person?.experience,
      education: educationIn(document) ?? person?.education,
      languages: { items: languages.length > 0 ? languages : (person?.languages ?? []) },
      sectionsFrom: 'attribute',
      links: websites(document, '[data-section="websites"] a[href]'),
      slug,
    };
  },
};

/** The first of the lines under the name; the data knows which one it is, should something else stand there. */
function placeIn(document: Document, known: string | undefined): string | undefined {
  const lines = all(document, '.top-card__subline-item,.top-card-layout__first-subline span,.profile-info-subheader span').map(
    textOf,
  );
  return known ? (lines.find((line) => line.includes(known)) ?? known) : lines[0];
}

function experienceIn(document: Document): Section<RawPosition> | undefined {
  const rows = all(document, 'li.experience-item,li.experience-group-position');
  const items = rows.flatMap((row) => {
    const group = row.closest('li.experience-group');
    // Groups may carry the class of single rows as well.
    if (group === row) return [];
    const title = text(row, '.experience-item__title');
    const company = (group ? text(group, '.experience-group-header__company') : '') || text(row, '.experience-item__subtitle');
    const place = all(row, 'p.experience-item__meta-item').find((line) => !first(line, '.date-range,time'));
    return filled({ title, company, places: [textOf(place)], ...datesOf(row), description: descriptionOf(row) });
  });
  return items.length > 0 ? { items } : undefined;
}

function educationIn(document: Document): Section<RawEducation> | undefined {
  const rows = all(document, 'li.education__list-item');
  if (rows.length === 0) return undefined;
  const items = rows.map((row) => {
    const [degree = '', field = ''] = all(row, 'h4 span')
      .filter((span) => !first(span, 'span'))
      .map(textOf);
    return filled({ school: text(row, 'h3'), degree, field, dates: yearsOf(row) });
  });
  return { items };
}

/** A range is one or two `<time>`s; a role without the second one goes on (the words for it are the viewer's). */
export function datesOf(row: Element): RawPosition {
  const [start, end] = all(row, '.date-range time').map(textOf);
  if (start === undefined) return dated(text(row, '.date-range'));
  return { start, end: end ?? null, current: end === undefined };
}

export const yearsOf = (row: Element): string => all(row, 'time').map(textOf).join(' – ');

/** Both the clamped and the whole text are in the document. */
function descriptionOf(row: Element): string {
  const whole = lines(first(row, '.show-more-less-text__text--more') ?? first(row, '.show-more-less-text__text--less'));
  return whole.join('\n');
}
