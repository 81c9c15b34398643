/**
 * Google Scholar. Each person has one `user`, whose case counts, on the Scholar of every country. The address under "Verified
 * email" is only its domain, and co-authors at the side are other people.
 */
import type { ListedPerson } from '#lib/candidate/reading.ts';

import { all, attr, first, hrefs, text, textOf, tidy } from './dom.ts';
import { DraftBuilder } from './draft.ts';
import { defineSite, type Draft, type PageKind, type Reference } from './site.ts';

const HOST = /^scholar\.google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;
const USER = /^[\w-]{12}$/;

const profileUrl = (user: string): string => `https://scholar.google.com/citations?user=${user}`;

/** The works of a person are the person's page; one work, or a search, is not. */
export function identify(url: URL): Reference | undefined {
  const user = url.searchParams.get('user') ?? '';
  const view = url.searchParams.get('view_op') ?? 'list_works';
  if (!HOST.test(url.hostname) || !/^\/citations\/?$/.test(url.pathname)) return undefined;
  if (!USER.test(user) || view !== 'list_works' || url.searchParams.has('citation_for_view')) return undefined;
  return { site: 'scholar', handle: user, url: profileUrl(user) };
}

const userIn = (href: string): string | undefined => /[?&]user=([\w-]{12})(?:[&#]|$)/.exec(href)?.[1];

/** Whose page it is: its works, its picture and its own address carry the `user`. Co-authors are not looked at. */
function ownerOf(document: Document): string | undefined {
  for (const element of all(document, '#gsc_a_b a, #gsc_prf_pup-img, #gsc_prf_pua img, link[rel="canonical"]')) {
    for (const name of ['href', 'data-href', 'src']) {
      const user = userIn(element.getAttribute(name) ?? '');
      if (user) return user;
    }
  }
  return undefined;
}

function look(document: Document, reference: Reference): PageKind {
  if (first(document, '#gs_captcha_f, #captcha-form, form[action*="/sorry/"]')) return 'blocked';
  if (!first(document, '#gsc_prf_in')) return 'waiting';
  const owner = ownerOf(document);
  // Of somebody without works, picture and own address nothing but the name is there; the site draws no page in place of another.
  return owner === undefined || owner === reference.handle ? 'profile' : 'waiting';
}

function read(document: Document): Draft {
  const draft = new DraftBuilder();
  const full = text(document, '#gsc_prf_in');
  if (full) draft.name({ full, splitFrom: 'attribute', cap: 0.9 }, 'attribute', 0.95);
  const row = all(document, '#gsc_prf_i .gsc_prf_il').find((line) => line.id !== 'gsc_prf_ivh' && line.id !== 'gsc_prf_int');
  if (row) readAffiliation(draft, row);
  draft.fill('links', hrefs(document, '#gsc_prf_ivh a[href^="http"]'), 'attribute', 0.95);
  draft.fill('skills', all(document, '#gsc_prf_int a.gsc_prf_inta').map(textOf).filter(Boolean), 'attribute', 0.75);
  const picture = attr(document, '#gsc_prf_pup-img, #gsc_prf_pua img', 'src');
  if (userIn(picture)) draft.set('photoUrl', URL.parse(picture, 'https://scholar.google.com/')?.href, 'attribute', 0.85);
  return draft.done();
}

/**
 * One line of free text: "Professor of X, Y University". Where the site knows the organisation it links it, and only this tells
 * it apart from the rest; a comma does not.
 */
function readAffiliation(draft: DraftBuilder, row: Element): void {
  const whole = textOf(row);
  if (/^unknown affiliation$/i.test(whole)) return;
  const company = text(row, 'a[href*="view_op=view_org"]');
  draft.set('company', company, 'attribute', 0.85);
  if (whole !== company) draft.set('headline', whole, 'attribute', 0.9);
  const before = company ? tidy(whole.slice(0, whole.indexOf(company))).replace(/[\s,;@–-]+$/u, '') : '';
  draft.set('title', before.replace(/\s+(?:at|of|in)$/i, ''), 'attribute', 0.6);
}

/** People of a search for authors, and of an organisation. */
function list(document: Document, url: URL): ListedPerson[] {
  if (!HOST.test(url.hostname) || !/^(?:search_authors|view_org)$/.test(url.searchParams.get('view_op') ?? '')) return [];
  return all(document, '.gs_ai').flatMap((card) => {
    const anchor = first(card, '.gs_ai_name a');
    const user = userIn(anchor?.getAttribute('href') ?? '');
    const headline = text(card, '.gs_ai_aff');
    const fullName = textOf(anchor);
    if (!user) return [];
    return {
      ...(fullName ? { fullName } : {}),
      ...(headline ? { headline } : {}),
      externalId: `scholar:${user}`,
      url: profileUrl(user),
    };
  });
}

export const scholar = defineSite({ id: 'scholar', label: 'Google Scholar', identify, look, read, list, needs: ['fullName'] });
