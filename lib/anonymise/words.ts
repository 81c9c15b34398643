/** The two lists of words that stay, each where it belongs: labels in what people read, structure in markup. */
import { LABEL_WORDS } from './label-words.ts';
import { READER_WORDS } from './reader-words.ts';
import { STRUCTURE_WORDS } from './structure-words.ts';

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(/[\s-]+/)).filter(Boolean));

const labels = setOf(LABEL_WORDS);
const structure = setOf(STRUCTURE_WORDS, READER_WORDS, LABEL_WORDS);

/** @param folded lower case, without accents. */
export const isLabelWord = (folded: string): boolean => labels.has(folded);
export const isStructureWord = (folded: string): boolean => structure.has(folded);
