/** The names in a reading: whoever anonymises its page hands them over, since a name may be a word that stays elsewhere. */
import type { Reading } from '#lib/candidate/reading.ts';

export const namesOf = ({ candidate, people = [] }: Pick<Reading, 'candidate' | 'people'>): string[] =>
  [candidate?.fullName, candidate?.firstName, candidate?.lastName, ...people.map(({ fullName }) => fullName)].flatMap(
    (name) => name ?? [],
  );
