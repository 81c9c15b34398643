/** What LinkedIn hides from this viewer stays hidden: it is never pieced together from slugs, labels or neighbours. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

/** Public pages print asterisks instead of what a signed-in visitor would see (since 2025). */
export const isMasked = (text: string | null | undefined): boolean => text?.includes('***') ?? false;

/** "LinkedIn Member", in whichever language: the site's name and a word or two. People who name it after their own are longer. */
export const isHiddenName = (name: string): boolean =>
  isMasked(name) || (/linkedin|领英|領英/i.test(name) && name.split(' ').length < 4);

/** Whether something in a row is. */
export const hasMasked = (row: RawPosition | RawEducation): boolean =>
  Object.values(row).some((value) => isMasked(String(value)));

/** The row without what is masked in it, or `undefined` when nothing else is left that says what it is. */
export function withoutMasked<T extends RawPosition | RawEducation>(row: T): T | undefined {
  const kept = Object.fromEntries(Object.entries(row).filter(([, value]) => !isMasked(String(value)))) as T;
  return 'school' in kept || 'title' in kept || 'company' in kept ? kept : undefined;
}
