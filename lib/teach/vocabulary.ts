/** The words of a rule that both the schema and the code inside of pages need. */

/** Attributes that say what an element is. Classes and sentences are not among them. */
export const ATTRIBUTE = /^(?:id|role|rel|name|href|property|itemprop|componentkey|data-[a-z\d-]{1,40})$/;

/** What pages put between two things on one line. */
export const SEPARATORS = [' · ', ' • ', ' | ', ' at ', ' @ ', ' / ', ' – ', ' — ', ' - ', ': ', ', '] as const;
