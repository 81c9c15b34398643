/**
 * Jobs, schools and skills of a schema.org Person. An employer or a school stands there plainly, within a role that has the dates
 * and what it was called, or with the dates in a membership beside it, as on public LinkedIn pages.
 */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { pick } from './facts.ts';
import type { Item, Value } from './item.ts';

interface Stint {
  name?: string;
  role?: string;
  start?: string;
  end?: string;
}

const DATES = ['startDate', 'endDate'] as const;

function stint(value: Value, ...properties: string[]): Stint {
  if (typeof value === 'string') return pick('name', value.trim());
  const around = [value, ...value.items('member')];
  const of = (...names: string[]) => around.flatMap((item) => item.texts(...names))[0];
  const [start, end] = DATES.map((date) => of(date));
  return {
    ...pick('name', value.texts(...properties)[0] ?? value.texts('name')[0]),
    ...pick('role', of('roleName', 'namedPosition', 'jobTitle')),
    ...pick('start', start),
    ...pick('end', end),
  };
}

const isRole = (item: Item): boolean => item.types.some((type) => type.endsWith('Role'));

/** A list of roles beside the person: what a page of experience is marked up as. */
const listedRoles = (roots: Item[]): Item[] =>
  roots
    .filter((root) => root.is('ItemList'))
    .flatMap((list) => list.items('itemListElement'))
    .flatMap((row) => [row, ...row.items('item')])
    .filter(isRole);

const toPosition = ({ name, role, start, end }: Stint): RawPosition => ({
  ...pick('title', role),
  ...pick('company', name),
  ...pick('start', start),
  ...pick('end', end),
  ...(end ? {} : { current: true }),
});

export interface History {
  /** What they do now. */
  now: Stint;
  positions: RawPosition[];
  education: RawEducation[];
  skills: string[];
}

export function historyOf(person: Item, roots: Item[]): History {
  const employers = person.all('worksFor').map((value) => stint(value, 'worksFor'));
  const affiliations = person.all('affiliation').map((value) => stint(value, 'affiliation'));
  const occupations = person.items('hasOccupation').map((value): Stint => {
    const { name, ...rest } = stint(value, 'hasOccupation');
    return { ...pick('role', name), ...rest };
  });
  const listed = listedRoles(roots).map((role) => stint(role, 'worksFor', 'memberOf'));
  const jobs = [employers, occupations, listed].find((stints) => stints.some(({ start, end }) => start || end)) ?? employers;
  const current = [...employers, ...affiliations, ...occupations].filter(({ end }) => !end);
  return {
    now: {
      ...pick('name', current.find(({ name }) => name)?.name),
      ...pick('role', current.find(({ role }) => role)?.role),
    },
    // A single employer without a date is told by the company alone.
    positions: jobs.length > 1 || jobs.some(({ role, start }) => role || start) ? jobs.map(toPosition) : [],
    education: [...person.all('alumniOf').map((value) => toEducation(stint(value, 'alumniOf'))), ...degreesOf(person)],
    skills: [
      ...new Set(
        [
          ...person.texts('knowsAbout', 'skills'),
          ...person.items('hasOccupation').flatMap((occupation) => occupation.texts('skills')),
        ].flatMap(enumerated),
      ),
    ],
  };
}

const toEducation = ({ name, role, start, end }: Stint): RawEducation => ({
  ...pick('school', name),
  ...pick('degree', role),
  ...pick('start', start),
  ...pick('end', end),
});

/** Credentials are certificates and badges as well: only those that say so are degrees. */
const degreesOf = (person: Item): RawEducation[] =>
  person
    .items('hasCredential')
    .filter((credential) =>
      credential.texts('credentialCategory', 'educationalLevel').some((kind) => /degree|bachelor|master|doctor/i.test(kind)),
    )
    .map((credential) => ({
      ...pick('school', credential.texts('recognizedBy', 'sourceOrganization')[0]),
      ...pick('degree', credential.texts('name')[0]),
    }))
    .filter(({ school }) => school);

/** "React, Node, SQL" is three skills, a sentence is one. */
function enumerated(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter(Boolean);
  return parts.length > 2 && parts.every((part) => part.length < 40) ? parts : [text];
}
