/** What whoever injects the script must know of it, without carrying it. */
export const ANONYMISE = '/anonymise.js';

/** What is handed to it: the names that the reading of the page gave. */
export interface Known {
  names: readonly string[];
}
