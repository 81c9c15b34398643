/** Public pages of about 2016, which live on in saved files. */
import { all, attr, first, lines, meta, text, textOf } from '../dom.ts';
import { websites } from './contact-overlay.ts';
import { handleOfLink } from './identity.ts';
import { datesOf, yearsOf } from './public.ts';
import { filled, studies } from './rows.ts';
import type { Generation } from './shown.ts';

interface Subject {
  card: Element;
  name: string;
}

export const public2016: Generation<Subject> = {
  find(document, handle) {
    const card = first(document, '#topcard');
    const name = card ? text(card, 'h1#name,h1.fn') : '';
    const named = [attr(document, 'link[rel="canonical"]', 'href'), meta(document, 'og:url')];
    return card && name && named.some((address) => handleOfLink(address) === handle) ? { card, name } : undefined;
  },
  read(document, { card, name }) {
    const jobs = all(document, '#experience li.position').map((row) =>
      filled({
        title: text(row, '.item-title'),
        // The first subtitle holds the logo and no text.
        company: all(row, '.item-subtitle').map(textOf).find(Boolean) ?? '',
        places: [text(row, '.location')],
        ...datesOf(row),
        description: lines(first(row, '.description')).join('\n'),
      }),
    );
    const schools = all(document, '#education li.school').map((row) => {
      const studied = studies(all(row, '.item-subtitle').map(textOf).find(Boolean) ?? '');
      return filled({ school: text(row, '.item-title'), ...studied, dates: yearsOf(row) });
    });
    return {
      name,
      nameFrom: 'landmark',
      headline: text(card, '.headline.title'),
      location: text(card, '.locality'),
      experience: { items: jobs },
      education: { items: schools },
      skills: { items: all(document, '#skills li.skill .wrap').map(textOf) },
      languages: { items: all(document, '#languages li.language .name').map(textOf) },
      sectionsFrom: 'attribute',
      links: websites(card, '[data-section="websites"] a'),
    };
  },
};
