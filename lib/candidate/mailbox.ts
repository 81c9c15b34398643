/** What an address says by itself: whose post it takes, at what kind of provider, and which other spellings reach it. */
import type { Email } from './schema.ts';

/** Providers who give anybody an address. Those with one name in many countries first, then each with its own top level. */
const FREE_MAIL =
  /^(?:(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|gmx|aol|yandex|proton|protonmail|zoho|inbox|mail|email|fastmail|tutanota|tuta)\.(?:com|net|org|me|de|at|ch|fr|it|es|nl|be|dk|se|no|fi|pl|ru|ua|cz|hu|ro|gr|pt|eu|in|jp|ca|sg|fm|lv|com\.\w\w|co\.\w\w)|(?:me|mac|hey|qq|163|126|sina|naver|hanmail|rediffmail|pobox|rogers|shaw|comcast|verizon|att|btinternet|duck|posteo|mailbox|aim)\.(?:com|net|de|org)|(?:daum|kakao|hanmail)\.(?:net|com)|pm\.me|web\.de|t-online\.de|freenet\.de|posteo\.\w\w|arcor\.de|orange\.fr|free\.fr|wanadoo\.fr|laposte\.net|sfr\.fr|libero\.it|virgilio\.it|tiscali\.it|alice\.it|wp\.pl|o2\.pl|onet\.(?:pl|eu)|op\.pl|interia\.(?:pl|eu)|gazeta\.pl|seznam\.cz|centrum\.(?:cz|sk)|azet\.sk|zoznam\.sk|citromail\.hu|freemail\.hu|abv\.bg|bk\.ru|list\.ru|inbox\.ru|rambler\.ru|ya\.ru|ukr\.net|i\.ua|bigpond\.(?:com|net\.au)|xtra\.co\.nz|uol\.com\.br|bol\.com\.br|terra\.com\.br|sapo\.pt|telenet\.be|skynet\.be|ziggo\.nl|kpnmail\.nl|bluewin\.ch|hispeed\.ch|telia\.com|online\.no|walla\.co\.il)$/;

/** A post box of an office. */
const OFFICE =
  /^(?:info|contact|hello|hi|office|mail|webmaster|web|admin|administrator|support|help|sales|press|media|jobs|careers|hr|privacy|legal|team|newsletter|editor|kontakt|service|billing|security|enquiries|inquiries|marketing|events?|secretary|library)\b/i;

/** The main word of a domain: `acme` of `mail.acme.co.uk`. */
export function mainWord(domain: string): string {
  const labels = domain.split('.').slice(0, -1);
  if (labels.length > 1 && /^(?:co|com|ac|org|edu|gov|net|gob|go|or|ne)$/.test(labels.at(-1)!)) labels.pop();
  return labels.at(-1) ?? '';
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

export const isOffice = (address: string): boolean => OFFICE.test(address.slice(0, address.lastIndexOf('@')));

export const isFreeMail = (domain: string): boolean => FREE_MAIL.test(domain);

/** One key for every spelling that arrives in one box: letter case for all, and at Google dots, `+tags` and its older name. */
export function mailboxOf(address: string): string {
  const small = address.toLowerCase();
  const [, local = '', domain = ''] = /^(.*)@(.*)$/.exec(small) ?? [];
  if (!/^(?:gmail|googlemail)\.com$/.test(domain)) return small;
  return `${local.replace(/\+.*$/, '').replaceAll('.', '')}@gmail.com`;
}

const LEGAL =
  /\b(?:inc|llc|ltd|limited|corp|corporation|company|co|gmbh|ag|se|sa|sas|bv|nv|ab|as|oy|oyj|aps|spa|srl|plc|kg|ug|pty|sp z o o|kk|group|holding)\b\.?/g;

/** Whether a domain is called as a company is: `acme-robotics.example` and `acme.example` for Acme Robotics GmbH, `mit.example` by its letters. */
export function isNamedAfter(domain: string, company: string): boolean {
  const label = mainWord(domain).replaceAll('-', '');
  const words = company
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(LEGAL, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (label.length < 2 || words.length === 0) return false;
  const initials = words.filter((word) => !/^(?:of|the|and|for|de|la|und|der|et)$/.test(word)).map((word) => word[0]);
  return (
    words.join('') === label ||
    (words[0]!.length > 3 && words[0] === label) ||
    (words[0]!.length > 4 && label.startsWith(words[0]!)) ||
    (initials.length > 2 && initials.join('') === label)
  );
}

export interface Owner {
  /** Folded words of the person's name. */
  name: readonly string[];
  /** Where the person works now. */
  employers: readonly string[];
  /** The host of the page, and whether all of it is the person's; absent on the sites of networks. */
  site?: { host: string; isTheirs: boolean } | undefined;
}

export function typeOfEmail(address: string, { name, employers, site }: Owner): Email['type'] {
  const domain = domainOf(address);
  if (isFreeMail(domain) || (site?.isTheirs && domain === site.host)) return 'personal';
  // A domain that is called as the person is.
  const own = mainWord(domain).replaceAll('-', '');
  if (own.length > 3 && (name.includes(own) || name.join('') === own || `${name[0]}${name.at(-1)}` === own)) return 'personal';
  // A former employer's address is nobody's any more.
  if (employers.some((company) => isNamedAfter(domain, company))) return 'work';
  return site && (site.host === domain || site.host.endsWith(`.${domain}`) || domain.endsWith(`.${site.host}`))
    ? 'work'
    : 'other';
}
