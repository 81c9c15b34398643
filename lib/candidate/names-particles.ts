/** Small words of surnames. In a file of their own: these go into pages, the other tables do not. */
const words = (list: string): Set<string> => new Set(list.split(' '));

/** Part of a surname wherever they stand behind the first word, however they are written. */
export const PARTICLES = words(
  "van von vom der den de del della delle dello dei degli dell di da dos das du la le el al bin ibn bint ben abu zu zum zur af av 't 's " +
    'mac mc ap ó ní nic uí st saint bar ter het בן בר بن ابن بنت آل أبو ال',
);

/** The same, but only in small letters: capitalised they are first names and surnames of their own. */
export const SMALL_PARTICLES = words('do e y i ten te op in lo los las na tot auf san santa dal dalla');
