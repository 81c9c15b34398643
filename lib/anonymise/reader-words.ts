/** Written by `npm run reader-words` from the strings of lib/sites: what the readers look for in markup beyond the other lists. */
export const READER_WORDS = `
abbr abu abuse accounts acct achievements activities admin adobe adobelive advertise advisories aeimquy aem aemaa aeo aff
affiliates age agencies agency agents aiou amp android angel animation anonymize anonymous ans any aoi appreciated arena artdeco
askubuntu aspx atom attachments attendee attendees attribute audio auf authors authwall autotrain avi avif bago banners based
beconfig ben benchmarks bigger billing bint black blockquote blurb boosted bot bpr branding briefs bsky bucket built bullet
bureau bus buser business career careers cart case categories causes cdata cdn cfemail cgi cgkosw challenges chameleon changelog
chaos checkout checkpoint citation cite citt clamp clamped cloudflare codeberg codespaces collaborators collections collective
colors command communities community como comp comparisons competitions componentkey conduct confirm contribute contributed
contributing contributions controller copilot corp corporation countries course cpa crayons creatives credential customer
customers dal dataset datasets deactivated deck dei del delivery denied department deploy desc design designed designers
destination dev devs devto did digital dimension disambiguating discussion discussions div docs domain drafts drop ducation edu
educa educational element ella elles ellipsis embedded emoji encode endpoints engineering enter enterprise enterprises ers every
exchange exec export extended extra eyi faq faqp features feedback files for forem forma formaci forums fos fosstodon frau
fullname fvp galleries game gate general generator getting gist git githubusercontent gmbh goodies goods gpg grammar gravatar
gregory grok grouped gsc guide guidelines guides habilidades hachyderm hackathons han hangul hashtag headshot health hello help
hen here herr het hij hiragana hire holder hon honors hook hooks hosted hostname hoverable hovercard how href hub hugging
huggingchat huggingface hun hydro ibn ich ico iel iframe illustration import inbox inc inclass inference infosec ing init
instantmatch institute int inta integrations intent interactive internal invitations invites issues ivh jag jeg jestem joblist
jpe jsem just jwt katakana kernels keys know lab labs landmark latest leaderboards learning legal lei licdn lieu likedshots
linked linktr listings lives livestreams living llc llm localiza locations logged logos logout lower ltd ltr lui made magic
mailto marketplace mas masked masthead mat mathoverflow mcp meetups mein mention mentions mes metrics meu mgr microdata
microformats mijn milestones minha mio miro misc miss missing mod model models moderation moje moment moments moodboard
moodboards moved mstdn music named nameless names newsroom nfc nfd nfkc nobody nonprofits noscript notebooks oauth octicon
octolytics offer old olen omponent onboarding online opengraph openid orgs origin ort our out outside overtime paged paginated
papers partners pathname personalization phones php pictographic plaats places plans playground playoffs plc pmp pod podcasts
policy portrait powered prf pricing pro products professor progression protection protocol providers pua pub pulls pulse pup
push pvs qualification quot quotes rankings readinglist recipe recognized references regional register rel replace reply
reported reports repos repost reposts research resource resources restaurant retweets reusable review rnls robotics rsci rss rsx
said sale santa sat schools scoped scores screenname script scripts security seen serverfault services sessions several ship
shipping shop shots showcase showcases shown sidekiq sie sigmoid signin signout simulations sir sitemap slash slidein slug sms
snippets software solutions sono sorry sou soy spaces spark specializations src stable stackapps stackexchange stackoverflow
stadt staff stafftools started startup startups stats statuses storage stories string studios subforems subheader subline subnav
subsection suis superfollows superuser support survey symbols systems tagged talking tasks team techhub temporarily tences
testimonials this till tools tos tot touch town trabalho travail trending trends tweetdeck txt typename typeof uas ubicaci ufe
ufeff uff unconfirmed universal universit university unknown unsubscribes uploads uric vanity videos ville vom waiting watch
watchers watching were where who whole why widgets wiki without words worker writeups writing written xds xingid zij
`;
