/** Hosts that say which site something belongs to, and nothing of a person. Every other host is replaced by one under `.example`. */
import { SITES } from '#lib/sites/list.ts';

const OTHERS = (
  'licdn.com lnkd.in githubusercontent.com githubassets.com gravatar.com twitter.com x.com twimg.com t.co facebook.com fbcdn.net ' +
  'instagram.com youtube.com youtu.be medium.com mastodon.social bsky.app bsky.social bsky.network stackoverflow.com sstatic.net gitlab.com ' +
  'huggingface.co kaggle.com dribbble.com behance.net adobe.io xing.com wellfound.com angel.co orcid.org researchgate.net google.com ' +
  'googleusercontent.com gstatic.com dev.to scholar.google.com schema.org microformats.org gmpg.org ogp.me w3.org data-vocabulary.org ' +
  'about.me linktr.ee keybase.io threads.net tiktok.com pinterest.com reddit.com codepen.io npmjs.com pypi.org hashnode.com ' +
  'captcha-delivery.com cloudflare.com hcaptcha.com recaptcha.net googleapis.com substack.com telegram.org t.me wa.me whatsapp.com skype.com discord.gg discord.com twitch.tv vimeo.com soundcloud.com'
).split(' ');

export const KNOWN_HOSTS: ReadonlySet<string> = new Set([
  ...OTHERS,
  ...SITES.flatMap(({ matches }) => matches.map((pattern) => (pattern.split('/')[2] ?? '').replace(/^\*\./, ''))),
]);

/** Hosts on which everybody has a name of their own in front. */
const OF_PEOPLE = new Set('bsky.social substack.com medium.com'.split(' '));
/** Where `jane@host` is a handle and no mailbox. */
const SERVERS = new Set(
  SITES.filter(({ id }) => id === 'mastodon').flatMap(({ matches }) => matches.map((pattern) => pattern.split('/')[2])),
);

/** Whether a label in front of a known host may be somebody's name, whatever else it means. */
export const isNamedAfterPeople = (known: string): boolean => OF_PEOPLE.has(known);
export const isServer = (host: string): boolean => SERVERS.has(host);

const ENDINGS = new Set([
  ...'com org net io dev app me co ai edu info example social eu uk de fr nl no se dk fi pl ch at es it pt br in jp us ca au'.split(
    ' ',
  ),
  ...[...KNOWN_HOSTS].map((host) => host.slice(host.lastIndexOf('.') + 1)),
]);
/** A host as people write it down. */
export const HOST = String.raw`(?:[\p{L}\p{Nd}-]+\.)+(?:${[...ENDINGS].join('|')})(?![\p{L}\p{Nd}@.-])`;

/** The longest end of a host that is a site's own, or `undefined`. */
export function knownHost(host: string): string | undefined {
  const labels = host.toLowerCase().split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    const end = labels.slice(at).join('.');
    if (KNOWN_HOSTS.has(end)) return end;
  }
  return undefined;
}
