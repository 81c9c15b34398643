/** Written by `npm run reader-words` from the strings of lib/sites: what the readers look for in markup. */
export const READER_WORDS = `
abbr about abu accent accomplishments account action activity add additional address admin adr aeo affiliation age agency aiou
alt alumni amp anchor and android anonymous aoi application apps area aria artdeco article articles aspx attendee attribute
audio auf auth author authwall avatar avatars ben bint bio bis black block blocked blockquote blog body book box bpr break bsc
built bullet business button canonical captcha card careers cart case category causes cdata cdn cfemail cgi challenge checkout
checkpoint child cite class classic click cloudflare code codespaces collection collections com comment comments community como
company component componentkey contact content contributing controller copilot corp corporation country course cpa creator
customer customers dal dashboard data date dates datetime default degree dei del department desc description designed details
dialog dimension dir disambiguating discussions displayphoto div divider dot edit editor edu education ella elles email emails
embedded emoji encode end enterprise enterprises entity entry event events expandable experience explore extended eyi family
faqp features feed field figure first footer for form fos found frau from full fvp generator geo gist gists git github
githubusercontent given gmbh graph gregory group guest guid han handle hangul has hasta header headline hello help hen hentry
herr het hidden hij hiragana home homepage hon honors hooks host hosted hostname hovercard href hresume html http https hub hun
hydro ibn ich identifier iel image img inc index indicator info ing inline input institute internal issues item itemid itemprop
itemref itemscope itemtype jag jeg jestem job jobs join jsem json katakana key kind knows label labs landmark lang language
languages last layout lei less licdn light like link linked linkedin links list llc llm locale locality localized location login
logo logout long look lower ltd lui made mailto main marketplace masked mba mcp media medium mein member mes meta meter meu mgr
microdata microformats mijn minha mini mio miss mobile models moje more moved msc music name nameless new news newsroom nfc nfd
nfkc nickname node nonprofits noscript not note notifications null number oauth object occupation octolytics offer old olen
omponent online open org organization organizations orgs others our overlay pad page paged pages panel partners path people
person phd phones photo php pictographic place plans pmp point portfolio position positions posting powered prefix premium
presentation pricing print product products prof professor profile profiles property protection protocol pub public publication
publisher pulls pvs query range read readme ready recent recipe recommendations redir redirect ref reference region regional rel
related replace reply report repos repost resources restaurant resume review right rnls robotics role route rsx safety same
santa sat schema school scope scoped scores screen script sdui search secondary section security see services session sessions
settings several she shop short show showcase shown sie signup sir site sitemap size skill skills slug small sms social software
solutions sono sort sou source soy span spark sponsors src stable staff stargazers stars start startups status store stories
string strong studios style subheader subject subline subtitle suis summary support svg systems tab tag team teams tel telephone
template terms test testid text the theme they till time title top topcard topics tot touch trending true twitter type uas ufe
ufeff uff uid unavailable undefined university until uric url urn user username users value vanity vcard verified video view
visually vom waiting wall watchers watching web website websites welcome whole why with words work works wrap www your zij
`;
