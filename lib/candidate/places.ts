/** Places as pages print them. Nothing is looked up: "Greater Oslo" stays "Greater Oslo". */
import type { Place } from './schema.ts';

/** How people work, not where they are; sites print it as a place. Folded to lower case, without accents. */
const WORK_MODES = {
  remote:
    /^(?:(?:fully |100% )?remote(?: work(?:ing)?| ok| only)?|work from (?:home|anywhere)|wfh|zdalnie|(?:praca )?zdalna|mobiles arbeiten|home ?office|a distance|teletravail|en remoto|remoto|remota|teletrabajo|teletrabalho|trabajo remoto|da remoto|op afstand|distansarbete|distans|fjernarbejde|fjernarbeid|etatyo|uzaktan|na dialku|la distanta|udaljeno|удаленно|удаленная работа|віддалено|дистанційно|リモート|在宅|远程|遠端|원격|재택|עבודה מרחוק|מרחוק|عن بعد|จากระยะไกล|tu xa|jarak jauh)$/u,
  hybrid:
    /^(?:hybrid\w*|hybrydow[oa]|hybride|hibrido|hibrida|ibrid[oa]|hybridi|hibrit|hibrid\w*|гибридный формат|гибрид|гібридний формат|ハイブリッド|混合|하이브리드|היברידי|هجين|مختلط)$/u,
  onsite:
    /^(?:on-?site|in[- ]office|in[- ]person|stacjonarn(?:ie|a)|vor ort|sur site|presencial|in sede|op locatie|pa plats|pa stedet|lahityo|is yerinde|na miste|la sediu|в офисе|オンサイト|出社|现场办公|現場辦公|대면|במשרד|في الموقع)$/u,
};

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0309]/g, '')
    .normalize('NFC')
    .trim();

/** "Remote", "Zdalnie", "Vor Ort": a way of working and no place. */
export function workModeOf(text: string): NonNullable<Place['mode']> | undefined {
  const mode = fold(text);
  return (['remote', 'hybrid', 'onsite'] as const).find((name) => WORK_MODES[name].test(mode));
}

/**
 * The place without the way of working behind it: "Oslo, Norway · Hybrid" → "Oslo, Norway"; "Remote" → "".
 * Behind a spaced dot nothing but the way of working is ever printed, in whatever language.
 */
export function stripWorkMode(text: string): string {
  const place = text
    .split(/\s+[·•]\s*|\s*[·•]\s+/, 1)[0]!
    .replace(/\s*\(([^()]*)\)$/, (all, inner: string) => (workModeOf(inner) ? '' : all))
    .trim();
  return workModeOf(place) ? '' : place;
}
