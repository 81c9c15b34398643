/** Web addresses of a person: unwrapped, without tracking, and with the network that they belong to. */
import type { Link } from './schema.ts';

/** Which parameter of a redirecting page holds the real address. */
const WRAPPERS: [host: RegExp, path: RegExp, parameter: string][] = [
  [/(?:^|\.)linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)/, 'url'],
  [/(?:^|\.)facebook\.com$/, /^\/l\.php/, 'u'],
  [/(?:^|\.)instagram\.com$/, /^\/$/, 'u'],
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/(?:^|\.)google\.[a-z.]+$/, /^\/url$/, 'url'],
  [/(?:^|\.)youtube\.com$/, /^\/redirect$/, 'q'],
  [/^away\.vk\.com$/, /^\/away/, 'to'],
];

const TRACKING =
  /^(?:utm_.*|trk\w*|trackingid|originalsubdomain|miniprofileurn|lipi|midtoken|midsig|lici|licu|fbclid|gclid|dclid|msclkid|yclid|[gw]braid|igshid|igsh|mc_[ce]id|ref_src|ref_url|_hs\w+|si)$/i;

/** Network by exact host; `*.` before a host admits its subdomains. The words are those of the sites' readers. */
const NETWORKS: Record<string, string> = {
  linkedin: '*.linkedin.com',
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  x: 'x.com twitter.com mobile.twitter.com',
  bluesky: 'bsky.app',
  stackoverflow: 'stackoverflow.com *.stackoverflow.com',
  medium: 'medium.com *.medium.com',
  devto: 'dev.to',
  huggingface: 'huggingface.co',
  kaggle: 'kaggle.com',
  orcid: 'orcid.org',
  researchgate: 'researchgate.net',
  dribbble: 'dribbble.com',
  behance: 'behance.net',
  xing: '*.xing.com',
  wellfound: 'wellfound.com angel.co',
  youtube: 'youtube.com m.youtube.com',
  instagram: 'instagram.com',
  facebook: '*.facebook.com',
  threads: 'threads.net threads.com',
  telegram: 't.me',
  keybase: 'keybase.io',
  codeberg: 'codeberg.org',
};

const KINDS = Object.entries(NETWORKS).flatMap(([kind, hosts]) => hosts.split(' ').map((host) => ({ kind, host })));

function kindOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, '');
  const known = KINDS.find((row) =>
    row.host.startsWith('*.') ? host === row.host.slice(2) || host.endsWith(row.host.slice(1)) : host === row.host,
  );
  if (known) return known.kind;
  if (/^scholar\.google\.[a-z.]+$/.test(host)) return 'scholar';
  // Mastodon and its kin have no host in common, but their profiles have this one shape.
  return /^\/@[\w.-]+(?:@[\w.-]+)?\/?$/.test(url.pathname) ? 'mastodon' : 'website';
}

const parse = (href: string, base?: string): URL | undefined => {
  const text = href.trim();
  // People type "jane.example/about" where an address is wanted.
  const bare = !base && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/u.test(text);
  return URL.parse(bare ? `https://${text}` : text, base) ?? undefined;
};

/** The address behind redirecting pages ("you are leaving …"); shorteners such as `t.co` and `lnkd.in` stay: we ask no network. */
export function unwrap(href: string): string {
  let current = href;
  for (let depth = 0; depth < 3; depth += 1) {
    const url = parse(current);
    const wrapper =
      url &&
      WRAPPERS.find(([host, path, key]) => host.test(url.hostname) && path.test(url.pathname) && url.searchParams.has(key));
    const inner = wrapper && url.searchParams.get(wrapper[2]);
    if (!inner || !parse(inner)) return current;
    current = inner;
  }
  return current;
}

/**
 * @param base the page's address, for relative links; without it a missing scheme is taken for https.
 * @returns nothing for what is not http(s), as `javascript:` and `data:` are.
 */
export function toLink(href: string, base?: string): Link | undefined {
  const outer = parse(href, base);
  const url = outer && parse(unwrap(outer.href));
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname.includes('.')) return undefined;
  url.username = '';
  url.password = '';
  for (const key of Array.from(url.searchParams.keys())) if (TRACKING.test(key)) url.searchParams.delete(key);
  const kind = kindOf(url);
  if (kind === 'x') for (const key of ['s', 't', 'lang']) if (url.searchParams.has(key)) url.searchParams.delete(key);
  if (url.hash.startsWith('#:~:')) url.hash = '';
  return { url: url.href, kind };
}
