/** A company as it is called: without its legal form, and without what people write beside it. */
import { fold } from './fold.ts';

/**
 * Behind the name or in front of it; and the small words that one writes and another leaves out.
 * As `fold` leaves them: `kga` is KGaA.
 */
const LEGAL = new Set(
  (
    'inc incorporated llc llp lp ltd limited corp corporation co company plc pbc pllc gmbh ggmbh mbh ag kg kga ohg gbr ug ek ev se sa sas sasu sarl ' +
    'sl slu srl srls spa snc scs sca ltda eireli cv bv nv vof ab hb as asa da ans aps is oy oyj ou sia uab sro as zrt kft nyrt bt doo dd ad jsc pjsc ojsc cjsc ' +
    'ooo oao zao pao ооо оао зао пао ао ип тов тоо pt tbk pty pte pvt private sdn bhd kk gk yk holding holdings group gruppe the and und et y e i'
  ).split(' '),
);
const SPACED =
  /\b(?:s r l|s a s|s a r l|s p a|s a|s l|b v|n v|a s|a g|k k|s r o|sp z o ?o|sp zoo|a b|c v|s e|e v|e k|s de rl(?: de cv)?)\b/g;
const EASTERN =
  /株式会社|有限会社|合同会社|[(（][株有주][)）]|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사/g;
/** What stands in that place and is no company. */
const NONE =
  /^(?:self employed|selfemployed|self|freelance[rd]?|freelancing|independent|consultant|contractor|unemployed|none|na|n a|stealth|stealth (?:mode|startup|company).*|confidential|undisclosed|retired|student|various|selbstandig|freiberuflich|independiente|autonomo|autonomo|independant|zzper|zzp)$/;

/** '' where none is named. */
export function companyKey(printed: string): string {
  const plain = fold(
    printed
      .normalize('NFKC')
      .replace(EASTERN, ' ')
      .replace(/[([{（【].*?(?:[)\]}）】]|$)/gu, ' ')
      .split(/\s[|·•–—-]\s|\s+(?:formerly|fka|f\.k\.a\.|acquired by|now part of|a division of|an? .* company\b)/i, 1)[0]!
      .replace(/\.(?:com|io|ai|net|org|co|app|dev)(?=$|[\s,])/i, ' ')
      .replace(/['’]s\b/gi, 's')
      // Dots between single letters hold a word together: S.A., B.V.
      .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, ''),
  ).replace(SPACED, ' ');
  if (NONE.test(plain)) return '';
  const all = plain.split(' ').filter(Boolean);
  const own = all.filter((word) => !LEGAL.has(word));
  // "The Company", "Group Inc": what is nothing but such words is called by them.
  return (own.length > 0 ? own : all).join('');
}
