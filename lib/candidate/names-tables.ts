/** The words that a printed name is made of besides the name itself. Lower case, without dots; compared after folding. */
const words = (list: string): Set<string> => new Set(list.split(' '));
/** Of nobility: with the particle behind it, it is part of the surname. */
export const NOBLE = words('graf gräfin freiherr freifrau baron baronin ritter edler fürst prinz prinzessin jonkheer');
/** Abd and its kin are half a name: the word behind belongs to it. */
export const SERVANT = /^(?:abd|abdul|abdel|abdur|abdal|abdou|abd[ae]l?|عبد)$/i;

/** Stand before a name and are no part of it. `md` is not here: "Md. Karim" is a first name. */
export const TITLES = words(
  'dr dra prof professor profa mr mrs ms mx miss sir rev revd dipling diplinf diplkfm diplpsych dring univprof dott dottssa drs ir phd ' +
    'herr frau shri smt rndr phdr paeddr mudr judr mvdr thdr mgra mme mlle sra srta doc señor señora др проф доц гн гжа δρ ดร ' +
    'ד״ר ד"ר פרופ׳ دكتور دكتورة د أد الدكتور الدكتورة',
);

/** Titles only when printed with a dot, or in front of another title: without it they are names ("Mag", "Eng", "Er"). */
export const DOTTED_TITLES = words(
  'ing mag mgr inż hab med habil eng engr er ar adv arch capt col maj lt gen hon sr nat rer hc bc lic avv geom rag av doç lek sig sigra fr br',
);

/** Behind a name. Those of two letters are also surnames and initials, so they need capitals among small letters. */
export const CREDENTIALS = words(
  'phd dphil mba emba pmp cpa cfa cfp acca aca msc bsc meng beng btech mtech mphil mpa mph mfa bfa bba llm llb jd md dds rn np pa ma ba ms bs ' +
    'pe do edd psyd phr sphr gphr aphr shrmcp shrmscp cissp cism cisa csm cspo psm itil cipd mcipd fcipd pmiacp capm cipp lcsw lmft facs csc drsc ' +
    'mbcs ceng lion ca fcca esq cia cma cgma frm caia aci cams cfe crisc ceh oscp ccna ccie cscp cpim cpsm aws rn bsn msn dnp aprn cnm lpc lmhc ' +
    'cdo aia riba leed ap mrics frics mrcp frcp dds dmd dvm od drph mpp mia mlis med msw bcom mcom bca mca pgdm ites itil safe spc csm pmi acp ' +
    'bed mdes bdes dipl dis csc doc ing mra fhea sfhea ieng cmgr assoc hons',
);

/** Unmistakable even when the whole name is in one case. */
export const CLEAR_CREDENTIALS = words(
  'phd dphil mba emba pmp cpa cfa acca msc bsc meng beng mphil mtech btech llm llb shrmcp shrmscp cissp cisa cism sphr pharmd msw csc psyd edd',
);

/** Part of a surname wherever they stand behind the first word, however they are written. */
export const PARTICLES = words(
  "van von vom der den de del della delle dello dei degli dell di da dos das du la le el al bin ibn bint ben abu zu zum zur af av 't 's " +
    'mac mc ap ó ní nic uí st saint bar ter het dela delos della binti binte bte s/o d/o a/l a/p v.d. בן בר בת بن ابن بنت آل أبو ال',
);

/** The same, but only in small letters: capitalised they are first names and surnames of their own. */
export const SMALL_PARTICLES = words('do e y i ten te op in lo los las na tot auf san santa dal dalla');

/** The same in Portuguese: part of the surname, and never the whole of it. */
export const HEIRS = /^(?:j[úu]nior|filho|neto|sobrinho|segundo)$/i;

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
    'jan pier gian billy emma lee francisco victor paulo abdul abdel abd abu nur siti abdur fatima umm pedro hans mohammad mohammed muhammad عبد محمد سید سيد',
);
export const DOUBLE_SECOND = words(
  'maria josé jose luis luís carlos paul pierre jacques claude marc louis anne ann jane lou beth sofia isabel teresa carmen ángel angel manuel ' +
    'antonio miguel rosa zahra bakr reza ali kulthum devi peter heinz joachim christophe baptiste yves françois francois philippe michel pedro paulo eduardo henrique alberto ' +
    'رضا علی علي luisa laura belén belen kate ellen grace rose cristina elena beatriz david javier ramón ramon fernando',
);

/**
 * Surnames of one character, by how they are romanised: what a name in two scripts, or a family name in front, is told by.
 * Those that are a given name elsewhere (Lee, Kim, Young) tell nothing alone.
 */
export const ROMAN_SURNAMES = new Map(
  (
    'wang王왕 li李이 lee李이 yi이李 zhang张張 chang張張장 liu刘劉 chen陈陳진 yang杨楊양 huang黄黃 hwang황黃 zhao赵趙 wu吴吳 zhou周 chou周 xu徐许許 hsu許徐 sun孙孫선 ' +
    'ma马馬 zhu朱 hu胡 guo郭 kuo郭 he何 lin林 lim林임 luo罗羅 gao高 zheng郑鄭 cheng鄭程 liang梁 xie谢謝 hsieh謝 song宋송 tang唐 han韩韓한 deng邓鄧 feng冯馮 ' +
    'cao曹 tsao曹 peng彭 zeng曾 tseng曾 xiao萧 tian田 dong董 pan潘 yuan袁 cai蔡 tsai蔡 jiang蒋江姜 chiang蔣 yu余于유 ye叶葉 cheng程 wei魏 su苏蘇 lu吕卢陆盧陸呂 ding丁 ' +
    'shen沈 cui崔 wong王黃 chan陳 cheung張 lau劉 leung梁 ho何 ng吳 kwok郭 chow周 tan陳 kim김金 park박朴 pak박 choi최崔 choe최 jung정鄭 jeong정 chung정鄭 kang강姜 ' +
    'cho조 jo조 yoon윤 yun윤 jang장 shin신 kwon권 ahn안 jeon전 hong홍 yoo유 ko고 moon문 son손 bae배 baek백 heo허 nam남 shim심 noh노 seo서 oh오 ryu류'
  )
    .split(' ')
    .map((row) => [/^[a-z]+/.exec(row)![0], row.replace(/^[a-z]+/, '')] as const),
);

/** A family name that is one character may be any of these in front of one or two more. */
export const HAN_SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾蕭萧田董潘袁蔡蒋蔣余于叶葉程魏苏蘇吕呂丁卢盧沈姜崔陆陸汪石贾付方邹熊金白孟秦侯江薛龙史';
/** The commonest Japanese ones of two characters; of those of one, none can be told from the beginning of a given name. */
export const JAPANESE_SURNAMES =
  /^(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|中島|池田|阿部|橋本|山下|石川|中川|前田|藤田|小川|後藤|岡田|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中野|原田|小野|竹内|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井|河野|藤本|村田|武田|上野|杉山|増田|平野|大塚|千葉|久保|松井|野口|菊地|木下|佐野|野村|新井|早川|岩崎)/;
export const HAN_DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|独孤|南宫|南宮|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木)/;
export const HANGUL_DOUBLE_SURNAMES = /^(?:남궁|황보|제갈|사공|선우|서문|독고|동방)/;

/** Vietnamese family names, which stand first at home; their signs tell them from anybody else's words. */
export const VIETNAMESE_SURNAMES = words(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lâm trương đào lương phùng tô hà cao vương tăng châu quách nguyen',
);

/** Given names by which the order of a Hungarian name is seen. */
export const HUNGARIAN_GIVEN = words(
  'ádám ágnes ákos andrás andrea anikó anita anna annamária attila balázs balint bálint barbara beáta bence bernadett boglárka botond csaba csilla dániel dávid ' +
    'dóra edina edit emese enikő erika erzsébet éva eszter ferenc fruzsina gábor gergely gergő györgy gyula hajnalka ildikó ilona imre istván ' +
    'jános józsef judit júlia katalin kinga klára krisztina krisztián lajos lászló levente lilla márk márta márton mária máté melinda mihály ' +
    'miklós mónika nikolett nóra norbert olivér orsolya pál péter petra piroska réka rita róbert roland sándor szabolcs szilvia tamás tibor tímea ' +
    'tünde veronika viktor viktória vilmos virág vivien zita zoltán zsófia zsolt zsuzsa zsuzsanna',
);
