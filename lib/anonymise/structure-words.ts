/**
 * Words that markup is written in: names of classes, test ids, components, keys of embedded data, parts of addresses. They stay
 * where markup stands, and nowhere else; what a class or key is called beyond them is replaced. `reader-words.ts` has those that
 * our readers look for; these are for what a redesign may bring.
 */
export const STRUCTURE_WORDS = `
above absolute accent access accesskey accordion action actions active actor add additional adr affiliation after agent alert
align allow allowfullscreen alt alternate alumni anchor animated anon api apollo app application apps archive area aria arrow
article aside aspect assertive asset assets async atomic attachment auth author auto autocapitalize autocomplete autofocus
autoplay avatar avatars award backdrop background badges banner bar base basic bday before bell below beta bgcolor big bin
biography birth birthday blank blocking body bold book border both bottom box brand breadcrumb break browse build bundle busy
button buttons cache cake calendar callout camera campaign canonical canvas caption card cards caret carousel category cell
cellpadding cellspacing center charset chart chat checkbox chevron chip chips chunk circle class classic classid clear client
clip clock cluster code codebase col colcount collapse collapsed collapsible collection color column columnheader columns
combobox common compact compass complementary component components compose condensed config contain container content
contenteditable contentinfo contents context control controls coords copy core count counter country cover creative creator crop
cross crossorigin crown cursor custom dark dash dashboard data dates datetime day death declare decoding decorated decoration
default defer definition delete describedby desktop detail dialog diamond dir direction directory dirname disabled disclosure
discover display displaybackgroundimage displayimage displayphoto distance divider dms document dom dots down download draggable
drawer dropdown dtend dtreviewed dtstart dummy duration dynamic eager edges editor elements embed ember employee employer empty
enabled enctype end enterkeyhint entities entity entry envelope evenodd event events expandable expanded explore external face
facet fade fallback false family fax fbclid feature featured fetchpriority field fields figure file fill first fit fixed flag
flagship flat flex flow fluid focus folder follower font foot footer form formaction format founder frame frameborder from front
fsd fsu function gallery gap gclid gear generated generic geo get ghost given global globe glyph grade gradient graph grid
gridcell group groups guest guid handle handset has haspopup hcard head header headers heading headline heart height helper
hentry hero hfeed highlight hold home honorific horizontal host hover hproduct hreflang hresume hreview hspace html http https
icon icons id identifier identity ids igshid imagesizes imagesrcset img impl impression included indicator industry inert
initial inline inner input inputmode inset inside insight institution interop interval intro inverse item itemid itemprop
itemref items itemscope itemtype javascript job jobs json justify key keytype kind knows labelledby labels landing lang language
large launch layer layout lazy lead left legacy length level light line lines lipi listbox listitem live load loaded loader
locale locality localized lock lockup long loop low manager manifest map maps marginheight marginwidth mark markdown marker
marquee mask math max maxlength mcid media menubar menuitem meta meter micro microphone middle midtoken mini minimal
miniprofileurn minlength minus mixed modal mode modified module modules more msg multi multiple muted mynetwork nationality nav
navbar news nickname node nodes nofollow non none nonzero noopener noreferrer normal noshade note notes notice novalidate nowrap
null number object occupation off official offset opacity optimum option order original originalsubdomain outer outlet outline
over overflow overlay own owns pad padding pager pages pagination paging pane panel paperclip paragraph parent parts path
pattern payload pencil period person pill pin ping place placeholder plain player playsinline plus point pointer polite popover
popovertarget popup posinset position positions post postal poster posting preconnect prefetch prefix preload presentation
preserve preview primary private product progress progressbar project prompt property props provider publication query quick
quote radio radiogroup radius rail range rating ratio raw react reader readonly ready recipient record redir redirect ref
reference referrerpolicy region related relationship relative relay render rendered repo required resize response responsive
rest resume rev reveal reversed rich right root rotate round rounded route router row rowcount rowgroup rowheader rows rowspan
rule rules safety salary same sandbox scaffold scale schema school scope screen scroll scrollbar scrolling sdui searchbox
secondary section sections selected separator served server service session set setsize shade shadow shape shared sheet shell
short shortcut shrink side sidebar simple single size sizes skeleton slide slider slot small snippet social sound space spacer
span spellcheck spinbutton spinner split square srcdoc srclang srcset stack standalone star start state static step sticky stop
store stream street strong study style styled stylesheet sub subject submit subtitle subtle suffix suggestion supported surface
switch symbol syndication tabbable tabindex table tablist tabpanel tag target tel telephone template term test testid text
textbox theme thing thumb thumbnail tick tile timeline timer tint title toast token tone tool toolbar tooltip topcard topic
total track tracking transition transparent trash tree treegrid treeitem trigger trk true truncate type types typography uid
undefined unit unordered unread unstyled upper urlhash urn usemap utf utility utm valign value valuenow valuetype variant
vcalendar vcard vcards version vertical vevent video viewer viewport visibility visible visited visually voyager vspace warning
web weight white wide widget width window workplace workspace wrap wrapper www xlink xml xmlns zone
`;
