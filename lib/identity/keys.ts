/**
 * What a person is known by, as the index keeps it. A key is one text: a word for its kind, a space, and the value in the one
 * spelling that the page's and Greenhouse's spellings both come down to.
 */

/** `id linkedin:ada`, `url ada.example/about`, `email ada@example.org`, `phone 2079460000`. */
export type Key = `${'id' | 'url' | 'email' | 'phone'} ${string}`;

/** A hint and never a proof: found by the name alone, or by name and company together. */
export interface NameKey {
  /** First and last name, folded; of a first name with short forms, the one form that stands for all. */
  name: string;
  /** Without its legal form; '' where none is known. */
  company: string;
}

export interface PersonKeys {
  keys: Key[];
  names: NameKey[];
  /** Asked for, and never kept: the name in the other order, which means something together with the company only. */
  turned?: NameKey[];
}
