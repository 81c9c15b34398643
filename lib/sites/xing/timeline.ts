/**
 * Career and education of a profile. Rows have a heading each and paragraphs around it, whose order differs by layout; what a
 * paragraph is shows by its shape. (`data-xds` and `data-qa` seen 2022 to 2025; other classes are hashed.)
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, first, textOf } from '../dom.ts';

const HEADINGS = '[data-qa="timeline-headline"], [data-xds="Headline"], h2, h3';
/** Sections are told by marks of their rows where there are some, else by their titles, in the four languages of the site. */
const EDUCATION_MARK = /school|education|universit/;
const CAREER_MARK = /work|company|job/;
const EDUCATION = /ausbildung|studium|education|formation|estudios|formaci[óo]n/i;
const CAREER = /beruf|werdegang|stationen|experience|career|parcours|experiencia/i;

export interface Timeline {
  positions: RawPosition[];
  education: RawEducation[];
}

export function timelineOf(document: Document): Timeline {
  const found: Timeline = { positions: [], education: [] };
  const module = first(document, '#ProfileTimelineModule');
  if (!module) return found;
  const headings = all(module, HEADINGS);
  let isEducation = false;
  for (const heading of headings) {
    const row = rowOf(heading, module);
    const mark = row.closest('[data-qa^="timeline-"]')?.getAttribute('data-qa') ?? '';
    const paragraphs = all(row, 'p').filter((paragraph) => !paragraph.querySelector('p'));
    if (paragraphs.length === 0) {
      const title = textOf(heading);
      if (EDUCATION.test(title) || CAREER.test(title)) isEducation = EDUCATION.test(title);
      continue;
    }
    const isSchool = EDUCATION_MARK.test(mark) || (isEducation && !CAREER_MARK.test(mark));
    const entry = entryOf(heading, row, paragraphs);
    if (isSchool) {
      const { title, company, dates } = entry;
      // Some name the school first and the subject below, most the other way round.
      found.education.push({
        ...(company ? { school: company, ...(title ? { degree: title } : {}) } : { school: title }),
        dates,
      });
    } else found.positions.push(entry);
  }
  return found;
}

/** What holds the rows of a section. */
const ROWS = '[data-qa="bucket"], div[data-qa^="timeline-"]';

/** As far up as the heading is the only one, and its rows are not below it: then it is a section's. */
function rowOf(heading: Element, module: Element): Element {
  let row = heading;
  for (let up = row.parentElement; up && up !== module; up = up.parentElement) {
    if (all(up, HEADINGS).length > 1 || first(up, ROWS)) break;
    row = up;
  }
  return row;
}

const COMPANY_LINK = 'a[href*="/companies/"], a[href*="/pages/"], a[href*="/company/"]';

function entryOf(heading: Element, row: Element, paragraphs: Element[]): RawPosition {
  const texts = paragraphs.map((paragraph) => ({ text: textOf(paragraph), paragraph })).filter(({ text }) => text);
  const dates = texts.find(({ text }) => isSpan(text));
  const others = texts.filter((one) => one !== dates);
  const linked = textOf(all(row, COMPANY_LINK).find((anchor) => textOf(anchor)));
  const company = linked || (others.find(({ paragraph }) => paragraph.matches('[data-xds="BodyCopy"]')) ?? others[0])?.text;
  const [description] = others
    .filter(({ text }) => text !== company)
    .toSorted((one, other) => other.text.length - one.text.length);
  const title = textOf(heading);
  return {
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    ...(dates ? { dates: withoutDuration(dates.text) } : {}),
    ...(description && description.text.length > 60 ? { description: description.text } : {}),
  };
}

/** "2 Jahre 3 Monate, seit März 2021", "03/2021 – heute", "2015 - 2019". */
const isSpan = (text: string): boolean =>
  text.length < 100 && /\d{4}/.test(text) && /[-–—]|(?:^|[\s,])(?:seit|bis|since|until|depuis|desde|hasta)\s/i.test(` ${text}`);

/** How long it was is worked out from the dates, and stands in front of them. */
const withoutDuration = (text: string): string =>
  text.replace(/^(?:[^,]*\d\s*(?:Jahre?|Monate?|years?|months?|ans?|mois|años?|mes(?:es)?)(?![\p{L}])[^,]*),\s*/iu, '');
