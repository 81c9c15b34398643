/** Places as pages print them. Nothing is looked up: "Greater Oslo" stays "Greater Oslo". */

/** Where people work, not where they are; sites print it as a place. Folded to lower case, without accents. */
const WORK_MODES =
  /^(?:(?:fully |100% )?remote(?: work(?:ing)?| ok)?|hybrid\w*|on-?site|in[- ]office|work from home|wfh|zdalnie|(?:praca )?zdalna|hybrydow[oa]|stacjonarn(?:ie|a)|vor ort|mobiles arbeiten|homeoffice|a distance|teletravail|hybride|sur site|en remoto|remoto|remota|teletrabajo|hibrido|hibrida|presencial|da remoto|ibrid[oa]|in sede|op afstand|op locatie|distansarbete|pa plats|pa stedet|fjernarbejde|fjernarbeid|etatyo|hybridi|lahityo|uzaktan|hibrit|is yerinde|удаленно|удаленная работа|гибридный формат|в офисе|リモート|ハイブリッド|オンサイト|远程|混合|现场办公|遠端|원격|하이브리드|대면)$/u;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0309]/g, '')
    .normalize('NFC')
    .trim();

/** "Remote", "Zdalnie", "Vor Ort": a way of working and no place. */
export const isWorkMode = (text: string): boolean => WORK_MODES.test(fold(text));

/**
 * The place without the way of working behind it: "Oslo, Norway · Hybrid" → "Oslo, Norway"; "Remote" → "".
 * Behind a spaced dot nothing but the way of working is ever printed, in whatever language.
 */
export function stripWorkMode(text: string): string {
  const place = text
    .split(/\s+[·•]\s*|\s*[·•]\s+/, 1)[0]!
    .replace(/\s*\(([^()]*)\)$/, (all, inner: string) => (isWorkMode(inner) ? '' : all))
    .trim();
  return isWorkMode(place) ? '' : place;
}
