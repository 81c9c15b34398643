/** Written by `npm run reader-words` from the strings of lib/sites: what the readers look for in markup. */
export const READER_WORDS = `
abbr about abu abuse accent access accomplishments account accounts acct achievements action actions activities activity actor
add additional address admin adobe adobelive adr advertise advisories aeimquy aem aemaa aeo aff affiliates affiliation age
agencies agency agents aiou all alt alternate alumni amp anchor and android angel animation anonymize anonymous ans answers any
aoi api apollo app application appreciated apps area arena aria artdeco article articles aside askubuntu aspx assets atom
attachments attendee attendees attribute audio auf ausbildung auth author authors authwall auto autocomplete autotrain available
avatar avatars avi avif bachelor background badge badges bago banner banners bar base based beconfig behance below ben
benchmarks beruf bigger billing bint bio bis black blank block blocked blockquote blog bluesky blurb body bold book bookmarks
boosted bot box bpr brand branding break briefs browse bsc bsky bucket built bullet bureau bus buser business button cake
calendar cancel canonical captcha caption card cards career careers cart case categories category causes cdata cdn cell center
cfemail cgi cgkosw challenge challenges chameleon changelog chaos chat check checkout checkpoint cidade citation citations cite
citt city ciudad clamp clamped class classic click clock cloudflare code codeberg codespaces collaborators collection
collections collective colors column com command comment comments communities community como comp companies company comparisons
competitions component componentkey compose condensed conduct confirm connect connection contact contacts container content
contribute contributed contributing contributions controller cookie copilot copy corp corporation correo countries country
course courses cover cpa crayons creatives creator credential current custom customer customers dal dashboard data dataset
datasets date dates datetime day deactivated deck default definition degree dei del delivery denied department deploy depuis
desc description desde design designed designers destination details dev devs devto dialog did digital dimension dir directory
disambiguating disciplines discover discussion discussions display displayphoto div divider docs doctor document domain dot
download drafts dribbble drop ducation dummy edit editor edu educa education educational element ella elles ellipsis email
emails embed embedded emoji employer employment empty encode end endpoints engineering enter enterprise enterprises entity entry
error estudios event events every exchange exec expand expandable expanded experience experiencia expertise explore export
extended extra eyi face false family faq faqp favorites feature featured features feed feedback field fields figure files first
follow followers following footer for forem form forma formaci formation forums fos fosstodon found frau freelance from front
full fullname fvp galleries gallery game gate general generator geo getting ghost gif gist gists git github githubusercontent
gitlab given glyph gmbh goodies goods google gpg grammar graph gravatar gregory grok group grouped groups gsc guest guid guide
guidelines guides habilidades hachyderm hackathons han handle hangul has hashtag hasta header heading headline headshot health
hello help hen hentry here hero herr het hidden highlights hij hiragana hire hiring history holder home homepage hon honors hook
hooks host hosted hostname hover hoverable hovercard how href hresume hreview html http https hub hugging huggingchat
huggingface hun hydro ibn ich ico icon identifier identifiers iel iframe illustration image images img import inbox inc inclass
included index indicator inference info infosec ing init initial inline input instantmatch institute institution int inta
integrations intent interactive internal intro invitations invites issues item itemid itemprop itemref itemscope itemtype ivh
jag jahre jeg jestem job joblist jobs join joined jpe jsem json just jwt kaggle katakana kernels key keys keywords kind know
knows kontakt lab label labs landmark lang language languages last latest layout lead leaderboards learn learning legal lei less
level licdn lieu light like likedshots likes line lines link linked linkedin links linktr list listings listitem lists live
lives livestreams living llc llm locale locality localiza localized location locations lockup logged login logo logos logout
lokalizacja long lower ltd ltr lui luogo made magic mail mailto main markdown marker marketplace mas masked master masthead
mastodon mat mathoverflow mba mcp media medium meetups mein member members mention mentions menu mes messages meta meter metrics
meu mgr miasto microdata microformats mijn milestones minha mini mio miro misc miss missing mobile mod modal model models
moderation module mois moje moment moments monate months moodboard moodboards more moved msc mstdn music mynetwork name named
nameless names nav navigator net network new news newsroom next nfc nfd nfkc nickname nobody node none nonprofits normal
noscript not note notebooks notification notifications null number oauth object occupation octicon octolytics offer official old
olen omponent onboarding online open opengraph openid optimum orcid org organization organizations orgs origin ort other others
our out outlet outside overflow overlay overtime owner pad page paged pages paginated panel papers parcours part partners path
pathname payload people person personal personalization phd phone phones photo php pictographic picture pin plaats place
placeholder places plain plans plats playground playoffs plc pmp png pod podcasts point policy popover popular portfolio
portrait position positions post posting posts powered prefix premium presentation prf pricing primary print privacy private pro
product products prof professor profile profiles progress progression project projects property props protection protocol
providers pua pub public publication publications published publisher pulls pulse pup push pvs qualification query questions
quot quotes range rankings react read readinglist readme ready recent recipe recognized recommendations record recruiter redir
redirect ref reference references region regional register rel related render replace replies reply repo report reported reports
repos repost reposts requests research researchgate reset resize resource resources restaurant result results resume retweets
reusable review right rnls robotics role route row rsci rss rsx rules safety said sale sales same sandbox santa sat schema
scholar school schools scope scoped scores screen screenname script scripts scrolling sdui search secondary section sections
security see seen seit serverfault service services session sessions set settings several share she ship shipping shop short
shots show showcase showcases shown side sidebar sidekiq sie sigmoid signin signout signup simulations since single sir site
sitemap size skill skills slash slidein slug small sms snippets social software solutions sono sorry sort sou source soy space
spaces span spark specializations split sponsors src stable stack stackapps stackexchange stackoverflow stadt staff stafftools
standort stargazers starred stars start started startup startups state static stationen stats status statuses sted storage store
stories string strong studios studium study style subforems subheader subject subline subnav subscribe subsection subtitle suis
summary superfollows superuser support survey svg symbols systems tab table tabs tag tagged tags talent talking target tasks
team teams techhub tel telephone template temporarily tences terms test testid testimonials text the theme they this thumb
thumbnail till time timeline title tools tooltip top topcard topic topics tos tot touch town trabalho travail trending trends
trigger true tweetdeck twitter txt type typename typeof typography uas ubicaci ufe ufeff uff uid unavailable unconfirmed
undefined unfollow universal universit university unknown unsubscribes until update uploads uric url urn user username users
value vanity vcard verified vevent video videos view ville visually vom waiting wall watch watchers watching web webp website
websites welcome wellfound werdegang were where who whole why widget widgets wiki with without wohnort woonplaats words work
worker works workspace wrap wrapper writeups writing written www xds xing xingid xml years you your zij
`;
