/**
 * A details screen of a server-driven profile. It has no top card, and is read only if it prints the name itself: in a link to the
 * person, or in the title.
 */
import { all, first, hrefs, text } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import { nameInTitle } from './name-in-title.ts';
import { isProfileId } from './profile-id.ts';
import { cards, endsWithSlug, type Subject } from './sdui-cards.ts';
import { sectionsOf } from './sdui-sections.ts';
import type { Generation } from './shown.ts';

export const sduiDetails: Generation<Subject> = {
  find(document, handle) {
    const slug = isProfileId(handle) ? undefined : handle;
    const subject: Subject = { card: document.body, name: '', handle, slug, cards: cards(document) };
    const card = all(document, '[data-testid^="profile_"]').find((element) => {
      const key = element.getAttribute('data-testid');
      return /Details/.test(key ?? '') && endsWithSlug(key, subject);
    });
    const screen = card ? undefined : first(document, '[data-sdui-screen*=".Profile"][data-sdui-screen$="Details"]');
    const named = screen ? hrefs(screen, 'a[href*="/details/"],a[href*="/overlay/"]').map(handleOfLink) : [];
    if ((!card && !screen) || named.some((owner) => owner !== undefined && owner !== handle)) return undefined;
    const link = all(document, 'a[href*="/in/"]').find(
      (anchor) => handleOfLink(anchor.getAttribute('href')) === handle && first(anchor, 'h1,h2'),
    );
    const name = link ? text(link, 'h1,h2') : nameInTitle(document, handle);
    return name ? { ...subject, card: card ?? document.body, name, screen } : undefined;
  },
  read(document, subject) {
    const { experience, education, ...lists } = sectionsOf(document, subject);
    return {
      name: subject.name,
      nameFrom: 'text',
      // On a profile what comes later shows that there is none; here it is another screen.
      experience: experience?.items.length ? experience : undefined,
      education: education?.items.length ? education : undefined,
      ...lists,
      sectionsFrom: 'text',
      slug: subject.slug,
    };
  },
};
