/**
 * First names and their short and pet forms. One row for each name, which ends with a bar: the form that stands for all of them, then the
 * others, as `fold` leaves them (Michael is `michal`). A form that stands in several rows may mean each of them. Rows are of one name in
 * one culture; translations (John, Juan, Ivan) are other names. Short on purpose: it finds possible matches, and the recruiter decides.
 */
export const NAMES = `
abigail abby abbie gail | abraham abe avi | agnieszka aga agusia | alan al allan allen | albert al bert |
alejandro ale alex | aleksei alexei alexey oleksii alyosha | alessandro ale alex sandro |
alexander aleksandr alexandr oleksandr alex alec aleks alek sandy xander sasha sascha sacha lex olek |
alexandra aleksandra oleksandra alex ale sandra sasha sandy lexi ola | alfred al fred alf alfie | alice ali alicia |
allison alison ali allie | amanda mandy | amelia amy millie | anastasia nastya stacy anastasiya | andreas andi andy |
andrei andrey andrii | andrew andy drew | andrzej jedrek | angela angie |
anna ann anne annie ania anya anja hanna nan nancy | anthony antony tony ant | anton toni tosha | antonio toni tony |
arthur art | barbara barb barbie basia | bartosz bartek | beatrice bea beatrix beatriz bia | benjamin ben benji benny |
bernhard bernard bernd bernie | bradley brad | carolina caro lina | caroline carrie carol carolyn |
catherine katherine kathryn katharine katharina katarina cate kate katie kathy cathy cat kat kit kitty kay katja kathleen |
cecilia celia cece | charles charlie chuck chas | charlotte charlie lottie lotte | christian chris christy kristian |
christina christine kristina kristine kristin kristen tina chris chrissy christy kris kirsten |
christopher kristopher christoph kristof chris topher kit kris | clifford cliff |
constantine konstantin costas kostas kostya | cynthia cindy | daniel dan danny dani danil daniil | danielle daniela dani |
david dave davey dawid | deborah debra deb debbie | dennis denis denny | diana diane di | dimitrios dimitris jimmy dimitri |
dmitri dmitry dmitriy dmytro dima mitya | dominic dominik dom nick | donald don donnie | dorothy dot dottie dorothea dora |
douglas doug | edmund ed eddie ned | eduardo edu lalo | edward ed eddie ned ted teddy eduard | edwin ed eddie |
ekaterina yekaterina kateryna katerina katya kate | eleanor elinor ellie nell nora lenora ella |
elena olena yelena lena alena helena helen |
elizabeth elisabeth elisabet elzbieta eliza elisa liz lizzie lizzy beth betty bess bessie betsy libby lisa liza ela elsie ella |
ellen ellie helen | emily em emmy emma emilia | emmanul emanul manny manu | eric erik erich rick | ernest ernie ernst |
eugene gene eugen | evgeny yevgeny evgeniy yevhen zhenya | ewa eva | fernando nando | filip phil fil |
frances fran frannie francie fanny francesca franziska | francis frank fran frankie |
francisco paco pancho kiko curro fran frank | franklin frank | frederick frederic friedrich fred freddy freddie fritz rick |
gabriel gabe gabi | gabriele gabriela gabriella gabrielle gabi gaby | geoffrey jeffrey geoff jeff |
george geo georgie georgios giorgos | gerald gerry jerry | gerhard gerard gerd | giovanni gianni |
giuseppe beppe peppe pino | gregory greg gregg gregor grzegorz grisha | guadalupe lupe | guillermo memo guille |
gwendolyn gwen | harold harry hal | heinrich heinz heiner henrik | henry hank harry hal henri | hubert bert | ignacio nacho |
irina iryna ira irena | isac ike izzy | isabel isabelle isabella izabela bella izzy belle iza isa |
jacob jakob jake kuba jakub | jacquline jackie jacqui | james jim jimmy jamie jem | jan janek | jane janie janet |
jaroslaw yaroslav slava jarek | jason jay | jennifer jenny jen jenn | jeremy jerry jem jez jeremiah | jerome jerry |
jerzy jurek | jessica jess jessie | jesus chuy | joachim jochen achim | joanna johanna joanne jo asia hanna |
johannes johann hannes hans jan | john jack johnny jon jonny | jonathan jon johnny jonny nathan jonathon | jordi jorge |
jose pepe chepe | joseph jo joy josef yosef jozef jos sepp | josephine jo josie | joshua josh | juan juancho |
judith judy judie | julia julie jules juliana yulia yuliya | julian jules | justin jus justyn | karl carl kalle |
karolina karo lina | katarzyna kasia | kenneth ken kenny | kevin kev | kimberly kim kimberley | krzysztof krzysiek chris |
laura laurie | laurence lawrence larry laurie lorenz | leonard leo len lenny | leonardo leo | leopold leo poldi |
leslie les lesley | lillian lilian lily lil lilly | lorenzo renzo enzo | louis lou lewis louie | louise lou luisa luise |
lucas luke luca lukas lukasz | lucy lucia lucie | luis lucho | lyudmila ludmila luda mila | maciej maciek |
madeleine madeline maddie madelyn | magdalena magda lena leni | malgorzata gosia | manul manolo manu manny |
marcus mark markus marc |
margaret margarethe margarita margherita maggie meg megan peggy marge margie margo margot greta gretchen rita |
maria mary mariya mariia marie masha mia molly polly | marianne mary anne | martha marta marty | martin marty marcin |
matthew mathew matt matty | matthias mathias matze matt hias | maximilian maxim maxime max maximiliano maksim maksym |
maxwell max | melanie mel | melissa mel missy lissa | mercedes merche | michal mike mick mickey mikey mitch michel micha |
michala mika michi | michelle shelly shell | migul mike migu | mikhail misha mykhailo | mikolaj mik nick | mitchell mitch |
mohammed mohamed muhammad mohammad muhammed mohamad mo md mohd | moses moshe mo | nadezhda nadia nadya |
natalia natalie nathalie nataliya nat natasha natalya | nathaniel nathan nat nate |
nicholas nicolas nikolas nikolaus nick nicky nico niko nikos klaus claus niels | nicole nicola nicky nikki |
nikolai nikolay mykola kolya nick | norbert norb | octavio tavo | olga olya ola olha | oliver ollie oli | olivia liv livvy |
oscar oskar | pamela pam | patricia pat patty patti trish tricia patrizia | patrick pat paddy patryk rick | paul pauly |
paula pauline paulina polly | pavel pawel pavlo pasha | penelope penny | peter pete petr | philip phillip philipp phil pip |
piotr petya petro | rachel ra rachal shelly | rafal raphal rafa rafi | randall randy randolph | raymond ray |
rebecca rebekah becky becca | reginald reg reggie rex | ricardo rick ricky | richard rich rick dick ricky richie |
robert rob bob bobby robbie bert | roberta bobbie | roberto beto rob | rodney rod | rodrigo rodri | roger rog |
roland rolly rolf | ronald ron ronnie ronny | rosario charo | rosemary rose rosie | rudolf rudolph rudi rudy |
russell russ rusty | samantha sam sammy | samul sam sammy | sandra sandy | sarah sara sally sadie | salvador chava sal |
salvatore sal toto | sebastian seb bas basti | sergei sergey serhii sergio serge | simon si |
sofia sophia sophie sofie zofia sonia sonya zosia | solomon sol shlomo | stanislav stanislaw stas stan staszek slava |
stanley stan | stefan stephan steffen | stefanie stephanie steph stef steffi | stephen steven steve stevie stephan |
susan suzanne susanne susanna su susie suzy zuzanna | svetlana sveta lana svitlana | sylvia silvia | tadeusz tadek |
tamara toma tammy | tatiana tatyana tetiana tanya tania tanja | terence terrence terry |
teresa theresa therese tess tessa terri tere terry | theodore theodor ted teddy theo | thomas tom tommy tomas tomasz tomek |
timothy tim timmy timofey timo | tobias toby tobi | ursula uschi ulla | valentina valya | valerie val valeria |
vasily vasiliy vasyl vasya basil | veronica veronika vera ronnie | vicente chente | victor viktor vic vik vitya |
victoria viktoria viktoriya vicky vicki vikki tori vika | vincent vince vin vinnie vinny vincenzo | virginia ginny |
vitaly vitaliy vitalii | vladimir volodymyr vlad vova volodya | vladislav wladyslaw vlad vladik slava |
vyacheslav viacheslav slava | walter walt wally | wilhelm willi willy wim | william bill will billy willy liam |
wojciech wojtek | wolfgang wolf | xavier xavi javier javi | yuri yuriy yury yura | zachary zach zack zak | zbigniew zbyszek |
`;

/**
 * The rows in which a name stands, its own first, else as they come. Looked for in the text: a table of all names takes a worker that
 * has just been started milliseconds to put together, and it asks for one or two.
 */
function rowsOf(name: string): string[][] {
  const rows: string[][] = [];
  for (let at = NAMES.indexOf(`${name} `); at >= 0; at = NAMES.indexOf(`${name} `, at + 1)) {
    const before = NAMES[at - 1];
    if (before !== ' ' && before !== '\n') continue;
    const row = NAMES.slice(NAMES.lastIndexOf('|', at) + 2, NAMES.indexOf(' |', at)).split(' ');
    if (row[0] === name) rows.unshift(row);
    else rows.push(row);
  }
  return rows;
}

const firstOf = ([first = '']: readonly string[]): string => first;

/** The one form under which somebody called so is kept. Takes and answers a folded word. */
export const keptAs = (name: string): string => rowsOf(name)[0]?.[0] ?? name;

/** Every form under which somebody may be kept who is meant by this name: a few. */
export function meantBy(name: string): string[] {
  const rows = rowsOf(name);
  const own = rows.find((row) => firstOf(row) === name) ?? [];
  return [...new Set([keptAs(name), ...rows.map(firstOf), ...own.map(keptAs)])];
}

/** Whether both may be one person's: the same name, or forms of one. */
export function mayBeSame(one: string, other: string): boolean {
  if (one === other) return true;
  const rows = new Set(rowsOf(other).map(firstOf));
  return rowsOf(one).some((row) => rows.has(firstOf(row)));
}
