/**
 * Two sites the day after a redesign that nobody announced: the name is where it was, and most of the rest is not where the
 * readers look. Ten fictional people each, with what real people leave out.
 */

export interface Someone {
  name: string;
  slug: string;
  headline: string;
  location: string;
  company?: string;
  school?: string;
  pronouns?: string;
  degree?: string;
  photo?: boolean;
  verified?: boolean;
  openTo?: string;
  email?: string;
  phone?: string;
}

export const PEOPLE: readonly Someone[] = [
  {
    name: 'Tove Ekdal',
    slug: 'tove-ekdal-fixture',
    headline: 'Tide modeller',
    location: 'Bergen, Norway',
    company: 'Nordlys Charts',
    degree: '· 2nd',
    photo: true,
    email: 'tove@ekdal.example',
    phone: '+47 55 55 01 01',
  },
  {
    name: 'Bashir Noor',
    slug: 'bashir-noor-fixture',
    headline: 'Principal engineer at Kelp Systems · maps',
    location: 'Leeds, England',
    company: 'Kelp Systems',
    school: 'Aire University',
    degree: '· 3rd',
    photo: true,
    verified: true,
    email: 'bashir@noor.example',
    phone: '+44 113 496 0102',
  },
  {
    name: 'Wen Lihua',
    slug: 'lihua-wen-fixture',
    headline: '海洋工程师',
    location: '厦门',
    company: '蓝湾实验室',
    photo: true,
    email: 'lihua@wen.example',
    phone: '+86 592 555 0103',
  },
  {
    name: 'Inés Duarte',
    slug: 'ines-duarte-fixture',
    headline: 'Producto y datos',
    location: 'Valparaíso, Chile',
    pronouns: 'She/Her',
    degree: '· 1st',
    photo: true,
    openTo: 'Santiago | On-site · Hybrid',
    email: 'ines@duarte.example',
    phone: '+56 2 2555 0104',
  },
  {
    name: 'Kofi Mensah Boateng',
    slug: 'kofi-boateng-fixture',
    headline: 'Founder, Lantern Freight',
    location: 'Accra',
    company: 'Lantern Freight',
    school: 'Volta College',
    pronouns: 'he/him',
    verified: true,
    email: 'kofi@boateng.example',
    phone: '+233 30 255 0105',
  },
  {
    name: 'Sólveig Páls',
    slug: 'solveig-pals-fixture',
    headline: 'Looking for my next boat',
    location: 'Ísafjörður, Iceland',
    degree: '· 3rd+',
    email: 'solveig@pals.example',
    phone: '+354 555 0106',
  },
  {
    name: 'Raj',
    slug: 'raj-fixture',
    headline: '--> design',
    location: 'Pune',
    company: 'Monsoon & Sons',
    photo: true,
    openTo: 'Design lead',
    email: 'raj@raj.example',
    phone: '+91 20 5550 0107',
  },
  {
    name: 'Greta von der Au',
    slug: 'greta-au-fixture',
    headline: 'Leiterin Forschung | Gewässerkunde',
    location: 'Konstanz, Baden-Württemberg',
    company: 'Seewerk GmbH',
    school: 'Universität am See',
    degree: '· 2.',
    photo: true,
    verified: true,
    pronouns: 'sie/ihr',
    email: 'greta@au.example',
    phone: '+49 7531 555 0108',
  },
  {
    name: 'Dmytro Koval',
    slug: 'dmytro-koval-fixture',
    headline: 'Head of People, ex-Brine',
    location: 'Odesa Oblast, Ukraine',
    company: 'Brine',
    photo: true,
    email: 'dmytro@koval.example',
    phone: '+380 48 555 0109',
  },
  {
    name: 'Amélie Roux',
    slug: 'amelie-roux-fixture',
    headline: 'Cheffe de projet',
    location: 'Nantes et périphérie',
    school: 'École des Quais',
    degree: '· 2e',
    verified: true,
    email: 'amelie@roux.example',
    phone: '+33 2 55 55 01 10',
  },
];

const some = (text: string | undefined, html: (text: string) => string): string => (text ? html(text) : '');

/** 39 characters, as real ones have; no member number of anybody. */
const idOf = ({ slug }: Someone): string => `ACoAAPRhCW${slug.replaceAll('-', 'x').padEnd(29, 'Q').slice(0, 29)}`;

/** LinkedIn: every paragraph of the top card has become a span in a box of its own, and order and boxes are others. */
export function linkedinPage(person: Someone): { url: string; html: string } {
  const { name, slug, headline, location, company, school, pronouns, degree, photo, verified, openTo } = person;
  const key = `com.linkedin.sdui.profile.card.ref${idOf(person)}Topcard`;
  const url = `https://www.linkedin.com/in/${slug}/`;
  const html = `<!doctype html><html lang="en"><head><title>${name} | LinkedIn</title></head><body data-rehydrated="true">
<div id="root"><header><nav><a href="https://www.linkedin.com/in/me/"><span>Me</span></a></nav></header>
<main id="workspace"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"><div data-testid="lazy-column">
<div componentkey="${key}"><section class="_1a2b3c4d" componentkey="${key}">
  <a href="${url}overlay/background-photo/"><figure></figure></a>
  ${photo ? `<a href="${url}"><figure><img alt="" src="https://media.licdn.com/dms/image/profile-displayphoto/0"></figure></a>` : ''}
  <div class="_77aa"><div><a href="${url}"><h2 class="_88bb">${name}</h2></a>${verified ? '<svg id="verified-medium" aria-label="Verified"></svg>' : ''}</div>
    <div class="_99cc">${some(pronouns, (text) => `<span>${text}</span>`)}${some(degree, (text) => `<span>${text}</span>`)}</div>
    <div class="_00dd"><span class="_${slug.length}9ff">${headline}</span></div>
    ${company || school ? `<div class="_11ee"><span>${[company, school].filter(Boolean).join(' · ')}</span></div>` : ''}
    <div class="_22ff"><span>${location}</span><span>·</span><span><a href="${url}overlay/contact-info/">Contact info</a></span></div>
  </div>
  <div><span>500+</span><span>connections</span></div>
  ${some(openTo, (text) => `<div><div><span>Open to work</span></div><div><span>${text}</span></div></div>`)}
  <div><a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${idOf(person)}"><span>Message</span></a></div>
</section></div></div></div>
<aside><section><h2>More profiles for you</h2><div role="listitem"><a href="https://www.linkedin.com/in/mai-lind-fixture/"><span>Mai Lind</span></a><div><span>· 3rd</span></div><div><span>Designer at Skerry Labs</span></div></div></section></aside>
</main></div></body></html>`;
  return { url, html };
}

/** GitHub: one list of terms in the place of the old marked-up one, and the bio a paragraph under the name. */
export function githubPage({ name, slug, headline, location, company, photo, email }: Someone): { url: string; html: string } {
  const url = `https://github.com/${slug}`;
  const html = `<!doctype html><html lang="en"><head><title>${slug} (${name}) · GitHub</title><link rel="canonical" href="${url}">
<meta name="user-login" content="recruiter-fixture"></head><body><header><a href="/recruiter-fixture">recruiter-fixture</a></header>
<main><div class="Layout"><div class="Layout-sidebar"><div itemscope itemtype="http://schema.org/Person">
  ${photo ? '<a itemprop="image" href="https://avatars.githubusercontent.com/u/9000001001"><img alt=""></a>' : ''}
  <h1><span itemprop="name">${name}</span><span itemprop="additionalName">${slug}</span></h1>
  <section aria-label="About"><p class="ProfileBio-x1y2z">${headline}</p></section>
  <dl class="Facts-module__a1b2">
    ${some(company, (text) => `<dt>Company</dt><dd><span>${text}</span></dd>`)}
    <dt>Location</dt><dd><span>${location}</span></dd>
    ${some(email, (text) => `<dt>Email</dt><dd><a href="mailto:${text}">${text}</a></dd>`)}
  </dl>
</div></div>
<div class="Layout-main"><article><h2>Hello</h2><p>Mail <a href="mailto:team@tool.example">team@tool.example</a></p></article></div></div></main></body></html>`;
  return { url, html };
}
