/** Hosts that say which site something belongs to, and nothing of a person. Every other host is replaced by one under `.example`. */
import { SITES } from '#lib/sites/list.ts';

const OTHERS = (
  'licdn.com lnkd.in githubusercontent.com githubassets.com gravatar.com twitter.com x.com twimg.com t.co facebook.com fbcdn.net ' +
  'instagram.com youtube.com youtu.be medium.com mastodon.social bsky.app bsky.network stackoverflow.com sstatic.net gitlab.com ' +
  'huggingface.co kaggle.com dribbble.com behance.net adobe.io xing.com wellfound.com angel.co orcid.org researchgate.net google.com ' +
  'googleusercontent.com gstatic.com dev.to scholar.google.com schema.org microformats.org gmpg.org ogp.me w3.org data-vocabulary.org ' +
  'about.me linktr.ee keybase.io threads.net tiktok.com pinterest.com reddit.com codepen.io npmjs.com pypi.org hashnode.com ' +
  'substack.com telegram.org t.me wa.me whatsapp.com skype.com discord.gg discord.com twitch.tv vimeo.com soundcloud.com'
).split(' ');

const KNOWN = new Set([
  ...OTHERS,
  ...SITES.flatMap(({ matches }) => matches.map((pattern) => (pattern.split('/')[2] ?? '').replace(/^\*\./, ''))),
]);

/** The longest end of a host that is a site's own, or `undefined`. */
export function knownHost(host: string): string | undefined {
  const labels = host.toLowerCase().split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    const end = labels.slice(at).join('.');
    if (KNOWN.has(end)) return end;
  }
  return undefined;
}
