/** Signed-in pages of 2018 to 2021, which live on in saved files; class names were still words then. */
import { all, first, lines, ownText, text, textOf } from '../dom.ts';
import { contactOverlay } from './contact-overlay.ts';
import { handleOfLink } from './identity.ts';
import { photoIn } from './photo.ts';
import { countIn, educationIn, positionsIn, type Entry } from './rows.ts';
import type { Generation } from './shown.ts';

interface Subject {
  card: Element;
  name: string;
  handle: string;
}

export const ember: Generation<Subject> = {
  find(document, handle) {
    const card = first(document, '.pv-top-card-section,.pv-top-card,.pv-top-card-v2-section__info');
    const block = card?.closest('section') ?? card;
    const name = block ? text(block, '.pv-top-card-section__name') || listed(block, ':not(.pv-top-card--list-bullet)') : '';
    const link = block && first(block, 'a[href*="/in/"]')?.getAttribute('href');
    return block && name && handleOfLink(link) === handle ? { card: block, name, handle } : undefined;
  },
  read(document, { card, name, handle }) {
    const lang = document.documentElement.lang;
    const rowsOf = (section: string) =>
      all(document, `#${section}-section li`).filter((row) => !row.parentElement?.closest('li') && first(row, 'h3'));
    const positions = rowsOf('experience').flatMap((row) => positionsIn(toEntry(row), lang));
    const more = countIn(all(document, '#experience-section .pv-profile-section__see-more-inline').map(textOf));
    return {
      name,
      nameFrom: 'landmark',
      headline: text(card, '.pv-top-card-section__headline,h2.mt1'),
      location: text(card, '.pv-top-card-section__location') || listed(card, '-bullet'),
      company: text(card, '.pv-top-card-v2-section__company-name'),
      photoUrl: photoIn(card, name),
      experience: { items: positions, more },
      education: {
        items: rowsOf('education').flatMap((row) => {
          const degree = [without(row, '.pv-entity__degree-name'), without(row, '.pv-entity__fos')].filter(Boolean).join(', ');
          return (
            educationIn(
              [text(row, '.pv-entity__school-name'), degree, without(row, '.pv-entity__dates')].filter(Boolean),
              lang,
            ) ?? []
          );
        }),
      },
      skills: { items: all(document, '.pv-skill-category-entity__name').map(textOf) },
      languages: { items: all(document, '#languages-expandable-content li,.pv-accomplishments-block.languages li').map(textOf) },
      sectionsFrom: 'attribute',
      contact: contactOverlay(document, [handle]),
    };
  },
};

/** Name and place in 2020: the plain text that begins a list. How far away and how well connected are in elements of their own. */
const listed = (card: Element, kind: string): string => ownText(first(card, `.pv-top-card--list${kind} li`));

/** One role; or, since August 2018, an employer over several. */
function toEntry(row: Element): Entry {
  const roles = all(row, '.pv-entity__role-details').map((role) => toRow(role));
  const employer = first(row, '.pv-entity__company-summary-info');
  const single = () => toRow(row, without(row, '.pv-entity__secondary-title', '.pv-entity__secondary-title span'));
  return { ...(employer ? { lines: [without(employer, 'h3')] } : single()), roles: employer ? roles : [], logos: [] };
}

function toRow(row: Element, company = '') {
  const printed = [without(row, 'h3'), company, without(row, '.pv-entity__date-range'), without(row, '.pv-entity__location')];
  return { lines: printed.filter(Boolean), description: descriptionOf(row) };
}

/** A clamped text ends in "... See more", which is the page's and no part of it. */
function descriptionOf(row: Element): string | undefined {
  const box = first(row, '.pv-entity__description');
  const clamp = box ? text(box, '.lt-line-clamp__ellipsis,.lt-line-clamp__more') : '';
  const whole = lines(box).join('\n');
  return (clamp ? whole.slice(0, whole.lastIndexOf(clamp)).trim() : whole) || undefined;
}

/** The text behind the hidden label ("Dates Employed") that stands before every value, and without what is nested in it. */
function without(root: Element, selector: string, nested = ''): string {
  const element = first(root, selector);
  const labels = element ? [...all(element, '.visually-hidden'), ...(nested ? all(root, nested) : [])] : [];
  return labels.reduce((value, label) => value.replace(textOf(label), ''), textOf(element)).trim();
}
