/** Addresses: the host when it is a site's own, the words of routes, and the shape of everything else. */
import { MARKED } from './dictionary.ts';
import { isNamedAfterPeople, knownHost } from './hosts.ts';
import { handle, isStructural } from './markup.ts';
import type { Rewriter } from './rewriter.ts';
import { fold } from './shape.ts';
import { isLabelWord, isStructureWord } from './words.ts';

const SHAPE = /^([a-z][a-z\d+.-]*:)?(?:(\/\/)([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** @param shown people read it: of other sites than those that everybody knows, only labels stay. */
export function addressOf(rewriter: Rewriter, original: string, shown = false): string {
  const [, scheme = '', slashes = '', authority = '', path = '', query = '', hash = ''] = SHAPE.exec(original.trim()) ?? [];
  const kind = scheme.toLowerCase();
  if (kind === 'data:' || kind === 'javascript:' || kind === 'blob:' || kind === 'vbscript:') return `${kind}void`;
  if (kind === 'mailto:') return `${scheme}${coded(path, (list) => rewriter.text(list))}`;
  if (kind === 'tel:' || kind === 'sms:') return scheme + rewriter.text(decoded(path), true);
  if (!slashes && kind && kind !== 'http:' && kind !== 'https:')
    return kind + coded(path, (rest) => rewriter.markup(rest)) + queryOf(rewriter, query);
  const isStrict = shown && authority !== '' && !knownHost(authority);
  const segments = path.split('/').map((segment) => coded(segment, (text) => fileOf(rewriter, text, isStrict)));
  return (
    scheme +
    slashes +
    authorityOf(rewriter, authority) +
    segments.join('/') +
    queryOf(rewriter, query) +
    hash.replace(/(?<=^#).*/s, (text) => coded(text, (plain) => segmentOf(rewriter, plain, isStrict)))
  );
}

/** What pictures of nobody are called, and how files end, says nothing of anybody. */
const FILE = /^(.*?)(\.(?:png|jpe?g|gif|webp|avif|svg|pdf|json|rss|html?))$/is;
const OF_NOBODY = /(?<![\p{L}\p{Nd}])(?:default|placeholder|missing|nobody|ghost|template|anonymous)(?![\p{L}\p{Nd}])/giu;

function fileOf(rewriter: Rewriter, segment: string, isStrict: boolean): string {
  const [, name = '', ending = ''] = FILE.exec(segment) ?? [];
  if (!ending) return segmentOf(rewriter, segment, isStrict);
  const parts = name.split(OF_NOBODY).map((part) => segmentOf(rewriter, part, isStrict));
  const marks = name.match(OF_NOBODY) ?? [];
  return parts.map((part, at) => part + (marks[at] ?? '')).join('') + ending;
}

/** Whoever is named by words of markup alone is named by them in the address alone: it is theirs all the same, if it is the page's. */
const segmentOf = (rewriter: Rewriter, segment: string, isStrict: boolean): string => {
  // Coded twice.
  if (/%[\da-f]{2}/i.test(segment)) return rewriter.value(segment);
  const words = segment.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  const goes = words.some((word) => rewriter.dictionary.isPersonal(word) || (isStrict && !isLabelWord(fold(word))));
  return isStructural(segment) && !goes ? segment : handle(rewriter, segment);
};

/** A site's own host stays, with what stands before it if that is a country or a word; others end in `.example`. */
export function authorityOf(rewriter: Rewriter, authority: string): string {
  // `at://did:plc:…`
  if (MARKED.test(authority)) return handle(rewriter, authority);
  const [, user = '', host = '', port = ''] = /^(.*@)?([^:]*)(:\d+)?$/s.exec(authority) ?? [];
  if (!host) return '';
  const known = knownHost(host);
  const before = known ? host.slice(0, -known.length).split('.').filter(Boolean) : mainLabels(host);
  const mayKeep = (label: string) =>
    known !== undefined &&
    !isNamedAfterPeople(known) &&
    !rewriter.dictionary.isPersonal(label) &&
    (label.length <= 2 || isStructureWord(label.toLowerCase()));
  const labels = before.map((label) => (label === 'www' || mayKeep(label) ? label : handle(rewriter, label)));
  return [user && handle(rewriter, user), [...labels, known ?? 'example'].join('.'), port && ':443'].join('');
}

/** The labels of a host without what it is registered under. */
function mainLabels(host: string): string[] {
  const labels = decoded(host).split('.');
  if (labels.length < 2) return labels;
  const suffix = labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 ? 2 : 1;
  return labels.slice(0, -suffix);
}

function queryOf(rewriter: Rewriter, query: string): string {
  if (!query) return '';
  const pairs = query.slice(1).split('&');
  const said = pairs.map((pair) => {
    const [, key = '', equals = '', value = ''] = /^([^=]*)(=?)(.*)$/s.exec(pair) ?? [];
    return (
      coded(key, (text) => rewriter.markup(text)) +
      equals +
      coded(value, (text) => (isStructural(text) ? text : rewriter.value(text)))
    );
  });
  return `?${said.join('&')}`;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign, or bytes of another encoding: what can be read is.
    return text.replace(/%[\da-f]{2}/gi, (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16)));
  }
}

/** Replaced as it is meant, and coded again if it was. */
function coded(text: string, replace: (plain: string) => string): string {
  const plain = decoded(text);
  const made = replace(plain);
  return plain === text ? made : encodeURIComponent(made.toWellFormed());
}
