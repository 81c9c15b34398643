/** The words that a printed name is made of besides the name itself. Lower case, without dots; compared after folding. */
const words = (list: string): Set<string> => new Set(list.split(' '));

/** Stand before a name and are no part of it. `md` is not here: "Md. Karim" is a first name. */
export const TITLES = words(
  'dr prof professor mr mrs ms mx miss sir rev revd dipling dott dottssa drs ir phd herr frau shri smt',
);

/** Titles only when printed with a dot, or in front of another title: without it they are names ("Mag", "Eng", "Er"). */
export const DOTTED_TITLES = words(
  'ing mag mgr inż hab med habil eng engr er ar adv arch capt col maj lt gen hon sr sra nat rer hc bc mudr judr',
);

/** Behind a name. Those of two letters are also surnames and initials, so they need capitals among small letters. */
export const CREDENTIALS = words(
  'phd dphil mba emba pmp cpa cfa cfp acca aca msc bsc meng beng btech mtech mphil mpa mph mfa bfa bba llm llb jd md dds rn np pa ma ba ms bs ' +
    'pe do edd psyd phr sphr gphr aphr shrmcp shrmscp cissp cism cisa csm cspo psm itil cipd mcipd fcipd pmiacp capm cipp lcsw lmft facs csc drsc ' +
    'mbcs ceng lion ca fcca esq',
);

/** Unmistakable even when the whole name is in one case. */
export const CLEAR_CREDENTIALS = words('phd mba emba pmp cpa cfa acca msc bsc meng beng mphil llm llb shrmcp shrmscp cissp sphr');

/** Part of a surname wherever they stand behind the first word, however they are written. */
export const PARTICLES = words(
  "van von vom der den de del della delle dello dei degli dell di da dos das du la le el al bin ibn bint ben abu zu zum zur af av 't 's " +
    'mac mc ap ó ní nic uí st saint bar ter het בן בר بن ابن بنت آل أبو ال',
);

/** The same, but only in small letters: capitalised they are first names and surnames of their own. */
export const SMALL_PARTICLES = words('do e y i ten te op in lo los las na tot auf san santa dal dalla');

export const SUFFIXES = /^(?:jr|sr|jun|sen|ii|iii|iv)\.?$/i;

/** Second words that begin a double surname: the commonest Spanish and Portuguese ones. `-ez` is added by shape. */
export const IBERIAN_SURNAMES = words(
  'garcia moreno alonso romero navarro torres ramos gil serrano molina morales ortega delgado castro ortiz marin medina cortes castillo ' +
    'santos cruz flores herrera silva oliveira sousa souza pereira costa ferreira rodrigues martins almeida carvalho ribeiro gomes lopes ' +
    'fernandes gonçalves alves rocha vargas rojas reyes mendoza vega soto rivera lima',
);

/** First words and second words of two-word first names. */
export const DOUBLE_FIRST = words(
  'anna ana ann maria mary marie jean juan jose josé luis luís carlos pedro miguel joao joão antonio sri sarah eva rosa hans karl ' +
    'jan pier gian billy emma lee francisco victor paulo abdul abdel abd abu nur siti abdur عبد',
);
export const DOUBLE_SECOND = words(
  'maria josé jose luis luís carlos paul pierre jacques claude marc louis anne ann jane lou beth sofia isabel teresa carmen ángel angel manuel ' +
    'antonio miguel devi peter heinz joachim christophe baptiste yves françois francois philippe michel pedro paulo eduardo henrique alberto ' +
    'luisa laura belén belen kate ellen grace rose cristina elena beatriz david javier ramón ramon fernando',
);

/** A family name that is one character may be any of these in front of one or two more. */
export const HAN_SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾蕭田董潘袁蔡蒋蔣余叶葉程魏苏蘇吕呂丁卢盧沈姜崔陆陸汪石贾付方邹熊金白孟秦侯江薛龙史';
export const HAN_DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|独孤|南宫|南宮|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木)/;
export const HANGUL_DOUBLE_SURNAMES = /^(?:남궁|황보|제갈|사공|선우|서문|독고|동방)/;
