/**
 * Words that markup is written in: names of classes, test ids, components, keys of embedded data, parts of addresses. They stay
 * where markup stands, and nowhere else; what a class or key is called beyond them is replaced. `reader-words.ts` has those that
 * our readers look for; these are for what a redesign may bring.
 */
export const STRUCTURE_WORDS = `
shrink scale crop profile-displayphoto displayphoto displaybackgroundimage displayimage dms above absolute accent access accordion action actions active activity add additional address after agent alert align all alt alternate
anchor animated anon api app application apps area aria arrow article articles aside asset assets async attachment auth author auto
avatar avatars back background backdrop badge badges banner bar base basic before below beta big bio block blog body bold book bookmark
border bottom box brand break breadcrumb browse build bundle button buttons callout canvas caption card cards carousel category cell
center chart chat check checkbox chevron chip chips circle class classic clear click client close cluster code col collapse
collapsed collapsible collection color column columns com combobox comment common compact company component components compose
condensed config connect connection connections contact container contain content contents context control controls copy core
count counter country cover create current custom dark dash dashboard data date dates day default degree delete description desktop
detail details dialog dir direction disabled disclosure discover display distance divider dms document dom dot dots down download drawer
dropdown dummy duration dynamic edit editor education email embed ember empty enabled end entities entity entry envelope error event
events expand expandable expanded experience explore external facet fade fallback feature featured feed field fields figure file fill
filter first fit fixed flag flagship flat flex flow fluid focus follow follower followers following font foot footer form format frame
from front full function gallery gap generated generic get ghost global grid group groups guest guid handle has head header heading
headline height helper hero hidden hide highlight history hold home horizontal host hover html icon icons id ids image images img
impl impression index indicator info inline inner input insight inside inset institution interop intro inverse item items jobs join
justify key kind label labels landing lang language languages large last launch layer layout lazy lead left legacy length level light line
lines link links list lists live load loaded loader loading local locale location lockup log login logo long main manager map mark markdown
marker mask match max media medium member members menu message messages messaging meta micro middle mini minimal mobile modal mode module
modules more muted name nav navbar navigation new news next node none normal not note notes notice notification number object
offset open option options order org organization other outer outlet outline over overflow overlay overview own owner pad
padding page pager pages pagination pane panel paragraph parent part parts path payload people person photo photos picture pill pinned
place placeholder player point pointer popover popup position positions post posts posting prefix premium preview primary print
private product profile profiles progress project projects prompt pronouns property props provider public publication query
quick quote rail range rating raw react read reader ready recent record ref reference region related relationship relative remote render
rendered repo report request required reset resize responsive rest result results resume reveal rich right role roles root rotate round
rounded route router row rows scaffold schema school scope screen scroll sdui search secondary section sections select selected
separator server service session set settings shadow shape share sheet shell short show side sidebar sign simple single site size
skeleton skill skills skip slide slider slot small snippet social sort source space span spacer spinner split sponsor square stack
standalone start state static status step sticky stream strong style styled sub subject submit subtitle subtle suffix suggestion summary
surface svg switch symbol tab tabbable table tablist tabpanel tabs tag tags target template term test testid text theme thumb
thumbnail tile time timeline title toast toggle token tool toolbar tooltip top topcard topic total track tracking transition
transparent tree trigger truncate type typography unit unordered unread unstyled update upper url urn user username users utility value
variant verified version vertical video view viewer views viewport visible visibility visually wall warning web website weight
white wide widget width window work workplace workspace wrap wrapper year zone
application article banner button cell checkbox columnheader combobox complementary contentinfo definition directory document feed figure
grid gridcell group heading img link listbox listitem log main marquee math menu menubar menuitem meter navigation none note option
presentation progressbar radio radiogroup rowgroup rowheader scrollbar searchbox slider spinbutton switch textbox timer treegrid
treeitem hidden true false null undefined polite assertive off mixed step both horizontal vertical aria labelledby describedby
controls owns haspopup expanded modal busy live atomic level posinset setsize valuenow rowcount colcount autocomplete
noopener noreferrer nofollow canonical alternate stylesheet preload prefetch preconnect manifest shortcut blank self get post lazy eager
json javascript plain image png jpeg webp svg xml utf html www http https context graph types thing
given family additional honorific prefix suffix birth death alumni works affiliation employee founder creative title occupation
knows sponsor parent organization postal street locality region area served award nationality telephone fax same
vevent vcalendar hentry hfeed hreview hproduct dtstart dtend dtreviewed published updated syndication summary vcards
maps mynetwork recipient non msg self trk utm urlhash lipi midtoken miniprofileurn fbclid gclid mcid igshid campaign originalsubdomain original redir redirect safety
accesskey align allow allowfullscreen alt archive autocapitalize autofocus autoplay bgcolor blocking cellpadding cellspacing challenge
charset classid codebase content contenteditable coords crossorigin datetime declare decoding defer dirname download draggable
enctype enterkeyhint face fetchpriority formaction frameborder headers hreflang hspace imagesizes imagesrcset inert inputmode itemid
itemprop itemref itemscope itemtype keytype kind lang language list loop low marginheight marginwidth max maxlength minlength multiple
muted noshade novalidate nowrap optimum pattern ping playsinline popover popovertarget poster readonly referrerpolicy required reversed
rows rowspan rules sandbox scrolling shape size sizes slot span spellcheck srcdoc srclang srcset start step style summary tabindex usemap
valign valuetype vspace width wrap xlink xmlns preserve aspect ratio clip rule evenodd nonzero opacity mask gradient stop offset radius
handset envelope phone marker globe calendar birthday cake pencil plus minus cross tick arrow caret chevron bell gear lock key star heart
thumb camera video microphone paperclip pin flag trash bin folder clock compass crown diamond verified official
compass collapse container contents core section tone tint shade shape glyph decoration decorated visited
photo logo nickname note category bday sound rev uid tel adr geo org vcard hcard hresume experience affiliation
profile first last image locale published modified updated section creator card description label twitter article book website
object included elements results items edges node nodes cursor paging total start payload response body status request data relay apollo
state store cache props page initial query build chunk locale messages session viewer actor subject
month day year date range start end present current period interval summary degree school field study grade employer employment type job
position company industry salary headline biography follower following connection distance public identifier entity object tracking
member mini dash voyager identity shared fsd fsu geo localized default multi locale supported premium
`;
