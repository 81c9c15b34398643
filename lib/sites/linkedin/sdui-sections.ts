/** Experience, education, skills and languages of a server-driven profile. */
import { all, text, textOf } from '../dom.ts';
import { handleOfLink } from './identity.ts';
import { countIn, educationIn, positionsIn } from './rows.ts';
import { EDUCATION, EXPERIENCE, LANGUAGES, SKILLS, section, type SectionName, type Subject } from './sdui-cards.ts';
import { entriesIn, rowsIn } from './sdui-entries.ts';
import type { Section, Shown } from './shown.ts';

export function sectionsOf(
  document: Document,
  subject: Subject,
): Pick<Shown, 'experience' | 'education' | 'skills' | 'languages'> {
  const lang = document.documentElement.lang;
  const links = ownLists(document, subject);
  const listed = <T>(items: T[], { list }: SectionName): Section<T> => {
    return { items, more: countIn(links.filter((link) => link.list === list).map(({ anchor }) => textOf(anchor))) };
  };
  const experience = section(document, subject, EXPERIENCE);
  const education = section(document, subject, EDUCATION);
  const skills = section(document, subject, SKILLS);
  const languages = section(document, subject, LANGUAGES);
  const employer = all(subject.card, '[role="button"] p').map(textOf);
  const positions = experience && entriesIn(experience).flatMap((entry) => positionsIn(entry, lang, employer));
  const schools = education && entriesIn(education).flatMap((entry) => educationIn(entry.lines, lang) ?? []);
  const none = () => (skills || languages || hasLaterPart(subject) ? { items: [] } : undefined);
  return {
    experience: positions ? listed(positions, EXPERIENCE) : none(),
    education: schools ? listed(schools, EDUCATION) : none(),
    skills: skills && listed(skillsIn(skills), SKILLS),
    languages: languages && listed(firstLines(languages), LANGUAGES),
  };
}

/**
 * Sections are loaded from the top down as the reader of the page scrolls. Once something from two parts further down is there,
 * a section that is still empty does not exist.
 */
const hasLaterPart = (subject: Subject): boolean =>
  subject.cards.some(
    (card) =>
      card.profileId === subject.profileId &&
      /^(Recommendations|Publication|Course|Honors|TestScores|Organizations|Causes)/.test(card.name) &&
      text(card.element, 'p') !== '',
  );

/** The subject's links to whole lists. The pencil of one's own profile leads to the same place and has no text. */
const ownLists = (document: Document, subject: Subject): { list: string; anchor: Element }[] =>
  all(document, 'a[href*="/details/"]').flatMap((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    const list = /\/details\/(\w+)\/?(?:$|[?#])/.exec(href)?.[1];
    return list && [subject.handle, subject.slug, subject.profileId].includes(handleOfLink(href)) ? [{ list, anchor }] : [];
  });

/** The first line of each; the others are endorsements, with other people's names. */
function skillsIn(root: Element): string[] {
  const keyed = all(root, '[componentkey*="profile.skill("]').filter(
    (item) => !item.getAttribute('componentkey')?.endsWith('-divider'),
  );
  return keyed.length > 0 ? keyed.map((item) => text(item, 'p')).filter(Boolean) : firstLines(root);
}

/** Rows without any key: a name, and then how well it is known. */
const firstLines = (root: Element): string[] => rowsIn(root).flatMap((row) => row[0] ?? []);
