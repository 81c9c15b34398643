/** Web addresses of a person: unwrapped, without tracking, and with the network that they belong to. */
import type { Link } from './schema.ts';

/** Host and path of pages that only redirect, and the parameters that hold the real address on one or the other. */
const WRAPPER =
  /^(?:[\w-]+\.)*(?:linkedin\.com\/(?:redir\/redirect|safety\/go)|facebook\.com\/l\.php|instagram\.com\/$|google\.[a-z.]+\/url$|youtube\.com\/redirect$|away\.vk\.com\/away|duckduckgo\.com\/l\/|medium\.com\/r\/|t\.umblr\.com\/redirect|slack-redir\.net\/link|disq\.us\/url|out\.reddit\.com\/)/;
const WRAPPED = ['q', 'url', 'u', 'to', 'uddg', 'z'];

const TRACKING =
  /^(?:utm_.*|trk\w*|trackingid|originalsubdomain|miniprofileurn|lipi|midtoken|midsig|lici|licu|fbclid|gclid|dclid|msclkid|yclid|[gw]braid|igshid|igsh|mc_[ce]id|ref_src|ref_url|_hs\w+|si)$/i;

/**
 * Networks by exact host; `*.` before a host admits its subdomains. A network is called by the first word of its host, or by
 * what stands behind `=`. The words are those of the sites' readers.
 */
const KINDS = (
  '*.linkedin.com github.com gitlab.com bitbucket.org x.com twitter.com=x mobile.twitter.com=x bsky.app=bluesky ' +
  '*.stackoverflow.com *.medium.com dev.to=devto huggingface.co kaggle.com orcid.org researchgate.net dribbble.com behance.net ' +
  '*.xing.com wellfound.com angel.co=wellfound youtube.com m.youtube.com=youtube instagram.com *.facebook.com threads.net ' +
  'threads.com t.me=telegram keybase.io codeberg.org'
)
  .split(' ')
  .map((row) => {
    const [pattern = '', named] = row.split('=');
    const host = pattern.replace('*.', '');
    return { host, below: host === pattern ? undefined : `.${host}`, kind: named ?? host.split('.', 1)[0]! };
  });

const OTHERS_WITH_AT =
  /^(?:tiktok|substack|unsplash|producthunt|flipboard|odysee|observablehq|replit|hashnode|figma|glitch|rumble|lichess|vimeo|pinterest|patreon|npmjs|hackernoon|farcaster|warpcast|steemit)\.(?:com|org|xyz)$|\.substack\.com$/;

function kindOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, '');
  const known = KINDS.find((row) => host === row.host || (row.below && host.endsWith(row.below)));
  if (known) return known.kind;
  if (/^scholar\.google\.[a-z.]+$/.test(host)) return 'scholar';
  // Mastodon and its kin have no host in common, but their profiles have this one shape, as those of some others have.
  return /^\/@[\w.-]+(?:@[\w.-]+)?\/?$/.test(url.pathname) && !OTHERS_WITH_AT.test(host) ? 'mastodon' : 'website';
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
    const key = url && WRAPPER.test(url.hostname + url.pathname) && WRAPPED.find((name) => url.searchParams.has(name));
    const inner = key && url.searchParams.get(key);
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
