/**
 * The sites that Gleaner has readers for, in one list: the router, the permission switches and the manifest test read it.
 * It holds no reader code, so that the panel and the worker can know every site without carrying any reader.
 */
import { DETAILS, PEOPLE, RECRUITER, SALES } from './linkedin/paths.ts';

export interface ReaderEntry {
  /** The reader's own: readings carry it, and cases and drift are kept by it. */
  id: string;
  label: string;
  /** The file injected on a click, at the root of the extension. */
  script: string;
}

/** Injected right behind any of them, and answers for it: `in-page.ts` says why. */
export const READ_PAGE = '/read-page.js';

export interface SiteEntry extends ReaderEntry {
  /** Match patterns that this site's pages fall under; asked for one by one. */
  matches: readonly string[];
  /** Products of the site whose pages have nothing in common with its profiles: read by the first whose path fits. */
  parts?: readonly (ReaderEntry & { paths: RegExp })[];
}

/** Mastodon is software on any host; these are the large ones of general and technical interest. */
const MASTODON_HOSTS =
  'mastodon.social mastodon.online mstdn.social mas.to fosstodon.org hachyderm.io infosec.exchange techhub.social sigmoid.social chaos.social';

const STACK_EXCHANGE_HOSTS = 'stackoverflow.com stackexchange.com serverfault.com superuser.com askubuntu.com mathoverflow.net';

/** Scholar stands under the ending of each country; these are where most of its readers are. */
const SCHOLAR_ENDINGS =
  'com ae at be bg ca ch cl cz de dk es fi fr gr hr hu ie it lt lu lv nl no pl pt ro rs ru se si sk com.ar com.au com.br com.co ' +
  'com.eg com.hk com.mx com.my com.pe com.ph com.pk com.sa com.sg com.tr com.tw com.ua com.vn co.id co.il co.in co.jp co.kr co.nz ' +
  'co.th co.uk co.ve co.za';

export const SITES: readonly SiteEntry[] = [
  {
    id: 'linkedin',
    label: 'LinkedIn',
    matches: ['https://*.linkedin.com/*'],
    script: '/read-linkedin.js',
    parts: [
      { id: 'linkedin-details', label: 'LinkedIn', paths: DETAILS, script: '/read-linkedin-details.js' },
      {
        id: 'linkedin-recruiter',
        label: 'LinkedIn Recruiter',
        paths: RECRUITER,
        script: '/read-linkedin-recruiter.js',
      },
      { id: 'linkedin-sales', label: 'LinkedIn Sales Navigator', paths: SALES, script: '/read-linkedin-sales.js' },
      {
        id: 'linkedin-people',
        label: 'LinkedIn people',
        paths: PEOPLE,
        script: '/read-linkedin-people.js',
      },
    ],
  },
  { id: 'github', label: 'GitHub', matches: ['https://github.com/*'], script: '/read-github.js' },
  { id: 'gitlab', label: 'GitLab', matches: ['https://gitlab.com/*'], script: '/read-gitlab.js' },
  {
    id: 'stackoverflow',
    label: 'Stack Overflow',
    matches: STACK_EXCHANGE_HOSTS.split(' ').map((host) => `https://*.${host}/*`),
    script: '/read-stackoverflow.js',
  },
  { id: 'devto', label: 'DEV', matches: ['https://dev.to/*'], script: '/read-devto.js' },
  { id: 'huggingface', label: 'Hugging Face', matches: ['https://huggingface.co/*'], script: '/read-huggingface.js' },
  { id: 'researchgate', label: 'ResearchGate', matches: ['https://*.researchgate.net/*'], script: '/read-researchgate.js' },
  {
    id: 'scholar',
    label: 'Google Scholar',
    matches: SCHOLAR_ENDINGS.split(' ').map((ending) => `https://scholar.google.${ending}/*`),
    script: '/read-scholar.js',
  },
  { id: 'orcid', label: 'ORCID', matches: ['https://*.orcid.org/*'], script: '/read-orcid.js' },
  { id: 'kaggle', label: 'Kaggle', matches: ['https://*.kaggle.com/*'], script: '/read-kaggle.js' },
  { id: 'x', label: 'X', matches: ['https://*.x.com/*', 'https://*.twitter.com/*'], script: '/read-x.js' },
  {
    id: 'wellfound',
    label: 'Wellfound',
    matches: ['https://wellfound.com/*', 'https://angel.co/*'],
    script: '/read-wellfound.js',
  },
  { id: 'dribbble', label: 'Dribbble', matches: ['https://dribbble.com/*'], script: '/read-dribbble.js' },
  {
    id: 'behance',
    label: 'Behance',
    matches: ['https://www.behance.net/*', 'https://behance.net/*'],
    script: '/read-behance.js',
  },
  { id: 'xing', label: 'XING', matches: ['https://*.xing.com/*'], script: '/read-xing.js' },
  { id: 'medium', label: 'Medium', matches: ['https://*.medium.com/*'], script: '/read-medium.js' },
  { id: 'bluesky', label: 'Bluesky', matches: ['https://bsky.app/*'], script: '/read-bluesky.js' },
  { id: 'codeberg', label: 'Codeberg', matches: ['https://codeberg.org/*'], script: '/read-codeberg.js' },
  {
    id: 'mastodon',
    label: 'Mastodon',
    matches: MASTODON_HOSTS.split(' ').map((host) => `https://${host}/*`),
    script: '/read-mastodon.js',
  },
];

/** Every other page on the web: its origin is asked for alone. */
export const ANY_PAGE: SiteEntry = { id: 'web', label: 'Web page', matches: [], script: '/read-web.js' };

/** Hosts are compared exactly, or as true subdomains: `linkedin.com.evil.example` and `notlinkedin.com` are other sites. */
const fallsUnder = (host: string, pattern: string): boolean => {
  const allowed = pattern.slice('https://'.length).split('/', 1)[0] ?? '';
  return allowed.startsWith('*.') ? host === allowed.slice(2) || host.endsWith(allowed.slice(1)) : host === allowed;
};

/** The reader for a URL, or `undefined` for what no extension can read (browser pages, files, stores). */
export function siteFor(address: string): SiteEntry | undefined {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return SITES.find((site) => site.matches.some((pattern) => fallsUnder(url.hostname, pattern))) ?? ANY_PAGE;
}

/** The reader of a URL: the site's own, or that of the part of the site that it belongs to. */
export function readerFor(address: string): ReaderEntry | undefined {
  const site = siteFor(address);
  return site?.parts?.find(({ paths }) => paths.test(new URL(address).pathname)) ?? site;
}

/** The site of a reader's id, which may be that of one of its parts. */
export const siteOf = (readerId: string): SiteEntry | undefined =>
  SITES.find(({ id, parts }) => id === readerId || parts?.some((part) => part.id === readerId));

/** Every reader: of sites, of their parts, and the one for any page. */
export const readerEntries = (): ReaderEntry[] => [...SITES.flatMap((site) => [site, ...(site.parts ?? [])]), ANY_PAGE];

/** The patterns to ask for, so that pages like this one can be read without a click each time: of a site with many hosts, only this one's. */
export function patternsFor(address: string): string[] {
  const url = URL.parse(address);
  const site = siteFor(address);
  if (!url || !site) return [];
  return site === ANY_PAGE
    ? [`${url.protocol}//${url.hostname}/*`]
    : site.matches.filter((match) => fallsUnder(url.hostname, match));
}
