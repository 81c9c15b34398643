/**
 * A classic details page: one list, without a top card. Its rows lead to sub-screens of their owner, and the name stands only in
 * the embedded data or in the title.
 */
import { all, first } from '../dom.ts';
import { embeddedProfile, split, type EmbeddedProfile } from './classic-json.ts';
import { educationSection, experienceSection, listSection, type Owner } from './classic-sections.ts';
import { handleOfLink } from './identity.ts';
import { nameInTitle } from './name-in-title.ts';
import { isProfileId } from './profile-id.ts';
import type { Generation } from './shown.ts';

interface Subject extends Owner {
  name: string;
  embedded: EmbeddedProfile | undefined;
}

export const classicDetails = (screen: string): Generation<Subject> => ({
  find(document, handle) {
    const main = first(document, 'main');
    if (!main || first(main, '[data-member-id]') || !first(main, '.pvs-list__paged-list-item')) return undefined;
    const owners = all(main, 'a[href*="/details/"],a[href*="/overlay/"]').flatMap(
      (link) => handleOfLink(link.getAttribute('href')) ?? [],
    );
    const embedded = embeddedProfile(document, { handle });
    // Lists without any link (languages) are the person's of whom the data or the title speak.
    if (owners.some((owner) => owner !== handle)) return undefined;
    const name = embedded ? [embedded.first, embedded.last].filter(Boolean).join(' ') : nameInTitle(document, handle);
    const slug = isProfileId(handle) ? embedded?.slug : handle;
    const sectionOf = (section: string) => (section === screen ? main : undefined);
    return name ? { name, handle, slug, embedded, sectionOf, isDetails: true } : undefined;
  },
  read(document, subject) {
    const { name, embedded, slug, handle } = subject;
    return {
      name,
      nameFrom: embedded ? 'embedded' : 'text',
      ...split(embedded),
      experience: experienceSection(document, subject),
      education: educationSection(document, subject),
      skills: listSection(document, subject, 'skills'),
      languages: listSection(document, subject, 'languages'),
      sectionsFrom: 'text',
      slug,
      profileId: embedded?.profileId ?? (isProfileId(handle) ? handle : undefined),
      memberNumber: embedded?.memberNumber,
    };
  },
});
