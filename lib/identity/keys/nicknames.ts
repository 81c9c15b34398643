/**
 * First names and their short and pet forms. One row for each name, with bars between the rows: the form that stands for all of
 * them, then the others, in plain letters. A form that stands in several rows may mean each of them. Rows are of one name in one culture; translations (John,
 * Juan, Ivan) are other names. Short on purpose: it finds possible matches, and the recruiter decides.
 */
import { fold } from './fold.ts';

const NAMES = `
abigail abby abbie gail | abraham abe avi | adrienne adri | agnieszka aga agusia | alan al allan allen alun |
albert al bert bertie albie |
alexander aleksandr aleksander alexandr oleksandr alex alec aleks alek sandy sander lex xander sasha sascha sacha shura olek |
alexandra aleksandra oleksandra alex ale sandra sasha sandy lexi lexie sascha sacha ola | alejandro ale alex alejo |
alessandro ale alex sandro | alessandra ale sandra | alexei aleksei alexey aleksey oleksii oleksiy alyosha lyosha |
alfred al fred alf alfie fredo | alice ali ally alicia | allison alison ali ally allie | amanda mandy manda |
amelia amy millie amelie mel | anastasia nastya stacy stasia ana anastasiya tasia | andrew andy drew |
andreas andi andy dres andre | andrei andrey andrii andriy andryusha | andrzej jedrek | angela angie ange |
angelina angie lina | anna ann anne annie ania anya anja hanna anka nan nancy annika anuska |
annelise anneliese anne lise liesl | anthony antony tony ant | antonio tonio toni tony nino | antonia toni tonya tony |
anton toni tosha antek antoni | archibald archie | arnold arnie | arthur art artie | athanasios thanos thanasis nasos |
barbara barb barbie babs basia bara | bartholomew bart | bartosz bartek | beatrice bea bee trixie beatrix beatriz bia |
benjamin ben benji benny benj | bernard bernie | bernhard bernd berni | bradley brad | bridget bridie biddy bridgette |
caroline carrie carol carolina lina caro |
catherine katherine kathryn katharine cathryn katharina katarina cate kate katie kathy cathy cat kat kit kitty kay katja katya kasia kathi kathleen trina |
cecilia celia cece cissy | charles charlie chuck chas chaz | charlotte charlie lottie lotte char |
christian chris christy kristian |
christina christine kristina kristine kristin kristen christin chris chrissy christy kris tina kristi kirsten krista christa |
christopher kristopher chris topher kit christoph kristof kris | clara klara claire | claudia klaudia | clifford cliff |
conrad konrad con kurt | constance connie | constantine konstantin costas kostas kostya gus | courtney court | cynthia cindy |
daniel dan danny dani danil daniil danylo danek | danielle daniela dani danni | david dave davy davey dawid |
deborah debra deb debbie debby | dennis denis den denny | diana diane di | dimitrios dimitris mitsos jimmy dimitri |
dmitri dmitry dmitriy dmytro dima mitya dmitrii | dominic dominik dom nick dominique | donald don donnie donny |
dorothy dot dottie dolly dory dorothea dora | douglas doug | edmund ed eddie ned edmond | eduardo edu lalo eddy |
edward ed eddie eddy ned ted teddy eduard edek | edwin ed eddie | ekaterina yekaterina kateryna katerina katya kate katia |
eleanor elinor ellie nell nellie nora lenora ella eleanora | elena helena yelena olena lena helen alena hella |
elizabeth elisabeth elizabet elisabet elzbieta eliza elisa liz lizzie lizzy beth betty bess bessie betsy eliz libby lisa liza ela els elsie elspeth lilibet liesbeth lies lisbeth sissi babette bettina ilse |
ella ellie | ellen ellie nell helen | emanuel emmanuel manny manu mani manuel | emily em emmy millie emma emilie emilia |
eric erik erich rick ricky | ernest ernie ernst | eugene gene eugen | evgeny yevgeny evgeniy yevhen zhenya evgenii |
eugenia zhenya evgenia yevgenia gina | ewa eva ewka evi eve | fernando fer nando | filip phil fil |
florence flo flossie florrie | frances fran frannie franny francie fanny francesca franziska franzi francisca paqui |
francis frank fran franky frankie frances | francisco paco pancho fran kiko curro frank chico | franklin frank |
francesco franco checco cesco | frederick fredrick frederic friedrich fred freddy freddie fritz rick fredrik frederik |
gabriel gabe gabi gabo | gabriele gabriela gabriella gabrielle gabi gaby gabby ella | geoffrey jeffrey geoff jeff jeffery |
george geo georgie georgios yorgos giorgos | gerald gerry jerry gerard gerhard gerd | gertrude trudy gert gertie |
gianluca luca | giovanni gianni vanni nino | giuseppe beppe peppe pino geppo | giuseppina pina giusy giuseppa | grazyna grazia |
gregory greg gregg gregor grzegorz grisha grigory gregorio | guadalupe lupe lupita | guillermo guille memo |
gwendolyn gwen wendy | harold harry hal | harriet hattie | heinrich heinz heiner henrik hein |
helen nell nellie ellie lena helene | henry hank harry hal henri henk hendrik | herbert bert herb herbie | hermann hermi |
hubert bert | ibrahim ibra ibro | ignacio nacho | ignatius iggy | igor ihor gosha | ilya illia ilia | immanuel manny manu |
irina irene iryna ira irena | isabel isabelle isabella isobel izabela bella izzy belle iza isa bel |
isaac ike zac izzy itzhak isak | ivan vanya ivo iwan | jacob jakob jake jacoby kuba jakub jaap jacobus koos |
jacqueline jackie jacqui jacky | james jim jimmy jimmie jamie jem jaime jay | jan janek janko | jane janie janet jeannie jenny |
janusz jan | janine nina | jason jay jase | jaroslaw jarek jaroslav yaroslav slava | jean jeanne jeannie jeanette |
jennifer jenny jen jenn jenna | jeremy jerry jem jez jeremiah | jerome jerry | jerzy jurek | jessica jess jessie jesse |
jesus chuy chucho | joachim jochen achim | joan joanie jo | joanna johanna joanne jo asia joey joann hanna jana hanne |
johannes johann hannes hans jo jan joannes | john jack johnny jon jonny johnie jackie |
jonathan jon johnny jonny nathan jonathon yonatan | jordan jordi jordy | jorge jordi | jose pepe chepe pepito josecito |
joseph joe joey jo jos josef yosef jozef josip sepp yossi | josephine jo josie josefina fina jozefina josefine | joshua josh |
joyce joy | juan juancho juanito juanma | judith judy judie jude jutka judit |
julia julie jules juliana julianna yulia yuliya iuliia julka | julian jules julio julius juliano | justin jus justyn |
karl carl kalle | karolina karo lina carolin | katarzyna kasia kaska kate | katalin kati kata | kenneth ken kenny | kevin kev |
kimberly kim kimberley kimmy | krzysztof krzys krzysiek chris | lars lasse | laszlo laci | laura laurie lora lauri |
laurence lawrence larry laurie lorenz laurens | lauren laurie ren | leo leon leopold leonid leonardo |
leonard leo len lenny leonhard | leslie les lesley | leticia lety letty | lidia lydia lida |
lillian lilian lily lil lilly lillie | linda lindy lynn | lorenzo renzo enzo | louis lou lewis louie |
louise lou luisa luise lulu isa | lucas luke luca lukas luk lukasz lucian | lucy lucia lucie luz lucinda lulu | luis lucho lou |
lyubov luba lyuba lubov | lyudmila ludmila luda mila lyuda liudmyla | maciej maciek |
madeleine madeline maddie madelyn lena maddy magdalena | magdalena magda lena leni | malgorzata gosia gosha |
manuel manolo manu manny manolito | marcin martin | marcus mark markus marc |
margaret margret margarethe margarita margherita maggie meg megan peggy marge margie margo margot greta gretchen daisy rita madge grete marjorie maisie mags gosia |
maria mary mariya mariia marie masha mia mimi marysia marika molly polly mitzi mari | mariana marianne mary |
marianne mary anne | martha marty marta | martin marty marti martyn | martina tina | matthew mathew matt matty |
matthias mathias matze mats matt | mauricio mau mauro | maximilian maxim maxime max maximiliano maksim maksym maks |
maxwell max | melanie mel melissa | melissa mel missy lissa | mercedes merche | meredith mer |
michael mike mick micky mickey mikey mitch mikael mischa michel mihail michi misha | michaela mika michi mikaela |
michelle mishelle shelly shell micheline | miguel mike migue | mikhail misha mykhailo michail mikhailo |
mikolaj mikolai mik nick | milagros mila | mildred millie | miriam mimi mim miri miryam | mirjam mimi | mitchell mitch |
mohammed mohamed muhammad mohammad muhammed mohamad mo md mohd muhamed | moses moshe moe moishe | nadezhda nadia nadya nadja |
natalia natalie nathalie nataliya nat natasha natalya tasha talia nati nata | nathaniel nathan nat nate nathanael |
nicholas nicolas nikolas nicolaus nikolaus nick nicky nico nik niko nikos klaus claus niels nils klaas |
nicole nicola nicky nikki nic nicki | nikolai nikolay mykola kolya nick nikola | nora eleonora | norbert norb bert |
norman norm | octavio tavo | olga olya ola olha | oliver ollie oli olli olivier noll | olivia liv livvy ollie |
oscar oskar ossie | pamela pam | patricia pat patty patti trish tricia trisha patrizia paddy pati |
patrick pat paddy padraig patryk patrik rick patricio | paul pauly paulie | pavel pawel pavlo pasha |
paula pauline polly paulina paulette | penelope penny nell | peter pete petey pit petr | petra petja |
philip phillip philipp phil pip phillipp | piotr petya piotrek pjotr petro | priscilla cilla prissy |
rachel rae rachael raquel shelly | rafael raphael rafa rafi rafal rafaello rafe | ramon monchi moncho | randall randy randolph |
raymond ray raimund ramon | rebecca rebekah becky becca beck bex reba rivka rebeka | reginald reg reggie rex | renata renate |
ricardo rick ricky richie rico cardo | riccardo ricky richi | richard rich rick dick ricky richie rickie dickie ritchie richi |
robert rob bob bobby robbie bobbie robby bert robin rupert | roberta bobbie robbie bertie | roberto beto rob robi |
rodney rod roddy | rodrigo rod rodri rigo | roger rog rodger rutger | roland rolly roly rolf | ronald ron ronnie ronny |
rosalind roz ros rosa | rosario charo chayo | rosemary rose rosie rosemarie romy | rudolf rudolph rudi rudy rolf |
russell russ rusty | ruth ruthie | ryszard rysiek | salvador chava sal | salvatore sal sally toto turi salvo |
samantha sam sammy sammie | samuel sam sammy samu | sandra sandy sandi | sarah sara sally sadie sarita sari |
sebastian seb bas basti seba bastian sebastien | sergei sergey serhii serhiy sergio serge seryozha sergiy | sergio checho |
shannon shan | sharon shari shaz | sheila shelly | sigmund ziggy sigi siegmund | silvester sly sylvester |
simon si simeon semyon | sofia sophia sophie sofie zofia sonia sonya zosia sonja fia sofiya | solomon sol shlomo zalman |
stanislav stanislaw stas stan staszek slava | stanley stan | stefan stephan steffen stevan |
stefanie stephanie steph stef steffi stephany fanny stefania stefi | stephen steven steve stevie stephan ste |
susan suzanne susanne susanna suzanna sue susie suzy zuzanna zuzana sanna suse | svetlana sveta lana svitlana |
sylvia silvia syl | tadeusz tadek | tamara toma tammy | tatiana tatyana tetiana tanya tania tanja | terence terrence terry |
teresa theresa therese tess tessa terri tere terry tracy resi teresita | theodore theodor ted teddy theo teo teddie |
fyodor fedor fedya | thomas tom tommy thom tomas tomasz tomek tommaso tomaso | timothy tim timmy timofey timo timotheus |
tobias toby tobi | ursula uschi ulla ursel | valentina valya vale tina valentyna | valentin val valya |
valerie val valeria vale lera valeriya | vasily vasiliy vasyl vasya basil vassilis |
veronica veronika vera ronnie roni nika vero | vicente chente vince | victor viktor vic vik vitya |
victoria viktoria viktoriya vicky vicki vikki tori vika vicka viki | vincent vince vin vinnie vinny vincenzo enzo |
virginia ginny ginger gina | vitaly vitaliy vitalii vitalik | vivian viv vivienne |
vladimir volodymyr vlad vova volodya wladimir vladi | vladislav wladyslaw vlad vladik slava |
vyacheslav viacheslav slava wenceslas vaclav | walter walt wally walther wolter | wilhelm willi willy wim willem |
wilhelmina mina minnie wilma billie | william bill will billy willy liam willie bil | winifred winnie freddie fred |
wojciech wojtek | wolfgang wolf wolfi | xavier xavi javier javi | yaakov yakov yasha kobi jakob | yusuf yousef youssef yousuf |
yuri yuriy yury iurii jura yura | zachary zachariah zach zack zak | zbigniew zbyszek zbig
`;

interface Table {
  /** Name → the rows that it stands in, by their first forms; its own first, else the first in the list. */
  rowsOf: Map<string, string[]>;
  /** First form → all of its row. */
  formsOf: Map<string, string[]>;
}

let made: Table | undefined;
/** Put together when somebody is first asked about. */
function table(): Table {
  if (made) return made;
  made = { rowsOf: new Map(), formsOf: new Map() };
  for (const row of NAMES.trim().split(/\s*\|\s*/)) {
    const forms = row.split(' ').map(fold);
    const first = forms[0]!;
    made.formsOf.set(first, forms);
    for (const form of forms) {
      const rows = made.rowsOf.get(form) ?? [];
      made.rowsOf.set(form, form === first ? [first, ...rows] : [...rows, first]);
    }
  }
  return made;
}

/** The one form under which somebody called so is kept. Takes and answers a folded word. */
export const keptAs = (name: string): string => table().rowsOf.get(name)?.[0] ?? name;

/** Every form under which somebody may be kept who is meant by this name: a few. */
export function meantBy(name: string): string[] {
  const { rowsOf, formsOf } = table();
  return [...new Set([keptAs(name), ...(rowsOf.get(name) ?? []), ...(formsOf.get(name) ?? []).map(keptAs)])];
}

/** Whether both may be one person's: the same name, or forms of one. */
export function mayBeSame(one: string, other: string): boolean {
  if (one === other) return true;
  const rows = table().rowsOf.get(other) ?? [];
  return (table().rowsOf.get(one) ?? []).some((row) => rows.includes(row));
}
