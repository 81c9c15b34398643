/** Written by `npm run reader-words` from the strings of lib/sites: what the readers look for in markup. */
export const READER_WORDS = `
abbr about abu abuse accent accomplishments account accounts acct achievements action actions activity actor add additional
address admin adr advisories aeimquy aem aemaa aeo affiliates affiliation age agency agents aiou all alt alternate alumni amp
anchor and android anonymize anonymous aoi api apollo app application apps area aria artdeco article articles aside askubuntu
aspx assets atom attachments attendee attendees attribute audio auf auth author authwall auto autocomplete autotrain avatar
avatars avi avif bachelor background badges banner banners base based ben bigger billing bint bio bis black blank block blocked
blockquote blog bluesky blurb body bold book bookmarks bot box bpr brand break bsc bsky built bullet buser business button cake
calendar cancel canonical captcha card cards careers cart case category causes cdata cdn cell cfemail cgi cgkosw challenge
challenges chameleon changelog chaos chat check checkout checkpoint child cidade cite citt city ciudad clamped class classic
click clock cloudflare code codeberg codespaces collaborators collection collections column com command comment comments
communities community como comp company comparisons competitions component componentkey compose condensed conduct confirm
connect connection contact container content contribute contributed contributing controller copilot corp corporation correo
country course cover cpa crayons creator credential current custom customer customers dal dashboard data dataset datasets date
dates datetime day deck default definition degree dei del department deploy desc description designed details dev devs devto
dialog did dimension dir directory disambiguating discussions display displayphoto div divider docs doctor domain dot download
ducation edit editor edu educa education educational element ella elles email emails embed embedded emoji employer employment
empty encode end endpoints engineering enter enterprise enterprises entity entry event events every exchange exec expand
expandable expanded experience explore export extended extra eyi face false family faq faqp favorites feature featured features
feed feedback field fields figure files first follow followers following footer for forem form forma formation fos fosstodon
found frau from front full fullname fvp generator geo getting gif gist gists git github githubusercontent gitlab given glyph
gmbh goodies gpg graph gravatar gregory grok group grouped groups guest guid guides habilidades hachyderm hackathons han handle
hangul has hashtag hasta header headline headshot health hello help hen hentry herr het hidden highlights hij hiragana history
holder home homepage hon honors hook hooks host hosted hostname hover hoverable hovercard how href hresume hreview html http
https hub hugging huggingchat huggingface hun hydro ibn ich ico icon identifier iel image images img import inc index indicator
inference info infosec ing init initial inline input institute integrations intent internal invitations invites issues item
itemid itemprop itemref itemscope itemtype jag jeg jestem job jobs join jpe jsem json jwt katakana kernels key keys kind know
knows kontakt lab label labs landmark lang language languages last latest layout lead leaderboards learn learning legal lei less
level licdn lieu light like likes link linked linkedin links list listings listitem lists live lives living llc llm locale
locality localiza localized location lockup logged login logo logos logout lokalizacja long lower ltd ltr lui luogo made magic
mail mailto main markdown marketplace mas masked master mastodon mathoverflow mba mcp media medium mein member members mention
mentions menu mes messages meta meter metrics meu mgr miasto microdata microformats mijn milestones minha mini mio miro miss
missing mobile mod modal model models moderation moje moments more moved msc mstdn music mynetwork name named nameless nav
navigator net new news newsroom nfc nfd nfkc nickname node nonprofits normal noscript not note notification notifications null
number oauth object occupation octicon octolytics offer old olen omponent onboarding online open openid optimum org organization
organizations orgs origin ort others our out outlet outside overflow overlay pad page paged pages paginated panel papers part
partners path pathname people person personal personalization phd phone phones photo php pictographic plaats place places plain
plans plats playground plc pmp png pod podcasts point policy popover popular portfolio position positions post posting posts
powered prefix premium presentation pricing primary print privacy pro product products prof professor profile profiles projects
property props protection protocol providers pub public publication publisher pulls pulse pvs query quot quotes range react read
readinglist readme ready recent recipe recognized recommendations recruiter redir redirect ref reference region regional
register rel related render replace replies reply repo report reported reports repos repost reposts reset resize resource
resources restaurant result results resume retweets reusable review right rnls robotics role route row rsci rss rsx rules safety
said sales same santa sat schema school scope scoped scores screen screenname script sdui search secondary section security see
serverfault service services session sessions set settings several share she shop short show showcase showcases shown sidebar
sidekiq sie sigmoid signin signout signup single sir site sitemap size skill skills slash slidein slug small sms snippets social
software solutions sono sort sou source soy space spaces span spark split sponsors src stable stack stackapps stackexchange
stackoverflow stadt staff stafftools standort stargazers starred stars start started startups state status statuses sted storage
store stories string strong studios study style subforems subheader subject subline subscribe subsection subtitle suis summary
superfollows superuser support survey svg systems tab table tag tagged tags talent target tasks team teams techhub tel telephone
template tences terms test testid text the theme they thumbnail till time title tooltip top topcard topics tos tot touch town
trabalho travail trending trends trigger true tweetdeck twitter txt type typeof uas ubicaci ufe ufeff uff uid unavailable
undefined unfollow universal university unsubscribes until update uploads uric url urn user username users value vanity vcard
verified vevent video videos view ville visually vom waiting wall watch watchers watching web webp website websites welcome
where who whole why widgets with without wohnort woonplaats words work worker works workspace wrap wrapper writing www xml you
your zij
`;
