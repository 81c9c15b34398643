/** Attributes: which are markup, which say something, and which are not taken along. */
import type { Rewriter } from './rewriter.ts';
import { lettersOf } from './shape.ts';

/** Their values are names in markup. */
const MARKUP =
  /^(?:class|id|role|rel|rev|type|name|property|itemprop|itemscope|itemref|lang|dir|hidden|for|tabindex|colspan|rowspan|scope|width|height|loading|target|method|disabled|checked|selected|readonly|required|open|http-equiv|charset|media|is|slot|part|as|headers|enctype|componentkey|data-(?:testid|xds|sn-.*|hovercard-type|scope-type|test(?:-.*)?|view-name|view-component|sdui-.*|component.*|section|anonymize|control-name|qa|cy|hook|e2e|test-id|x--.*|tracking-control-name|turbo-.*|target|targets|action|controller|automation-id)|aria-(?!label$|description$|placeholder$|roledescription$|valuetext$).*)$/;
/** Addresses, however they are written. */
const ADDRESS = /^(?:href|src|action|formaction|poster|cite|background|longdesc|itemtype|profile|xlink:href|ping|manifest|data)$/;
/** Code, what somebody typed, and most of the shapes of pictures, which say nothing of the page's structure. */
const LEFT_OUT = /^(?:on.*|srcdoc|nonce|integrity|points|transform|values?|keytimes|viewbox|fill|stroke.*|style)$/;

/** Metas whose content is a name in markup. */
const MARKUP_METAS =
  /^(?:pagekey|linkedin:pagetag|como-pk|og:type|og:site_name|og:locale|locale|viewport|robots|referrer|route-(?:controller|action|pattern)|hovercard-subject-tag|twitter:card|color-scheme|generator|application-name|next-head-count)$/i;

const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The attributes of an element as they go into the report, with names. */
export function attributesOf(rewriter: Rewriter, element: Element): [name: string, value: string][] {
  const made = new Map<string, string>();
  for (const { name, value } of element.attributes) {
    const said = attribute(rewriter, element, name.toLowerCase(), value);
    if (said !== undefined) made.set(name.length > 80 ? 'data-long' : nameOf(rewriter, name.toLowerCase()), said);
  }
  return [...made];
}

/** A name that HTML can say: whatever else a script has made of it. */
const nameOf = (rewriter: Rewriter, name: string): string => {
  const said = rewriter
    .markup(name)
    .replace(/[^\p{L}\p{Nd}:._-]/gu, '-')
    .toLowerCase();
  return /^[\p{L}_:]/u.test(said) ? said : `x-${said}`;
};

function attribute(rewriter: Rewriter, element: Element, name: string, value: string): string | undefined {
  if (name === 'style') return HIDDEN.exec(value)?.[0].toLowerCase().replace(/\s/g, '') ?? urlsIn(rewriter, value);
  if (LEFT_OUT.test(name)) return undefined;
  // How a drawing begins tells one picture from another.
  if (name === 'd') return /^M[\d\s.,a-z-]{0,5}/i.exec(value)?.[0];
  if (name === 'data-cfemail') return protectedEmail(rewriter, value);
  if (element.localName === 'meta' && name === 'content') return metaContent(rewriter, element, value);
  if (/srcset/.test(name)) return srcset(rewriter, value);
  if (name === 'href' && value.includes('email-protection#')) {
    const [path = '', code = ''] = value.split('#');
    return `${rewriter.address(path)}#${protectedEmail(rewriter, code)}`;
  }
  if (name === 'datetime') return rewriter.text(value);
  if (ADDRESS.test(name)) return value.trim() === '' ? '' : rewriter.address(value);
  return MARKUP.test(name) ? rewriter.markup(value) : rewriter.value(value);
}

function metaContent(rewriter: Rewriter, element: Element, value: string): string {
  const key = element.getAttribute('name') ?? element.getAttribute('property') ?? '';
  return MARKUP_METAS.test(key) ? rewriter.markup(value) : rewriter.value(value);
}

/** Pictures that stand in styles: their addresses, and no more. */
function urlsIn(rewriter: Rewriter, style: string): string | undefined {
  const urls = [...style.matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)/gis)].map(([, , url = '']) =>
    rewriter.address(url).replace(/["'()]/g, '_'),
  );
  return urls.length > 0 ? `background-image:${urls.map((url) => `url(${url})`).join(',')}` : undefined;
}

const srcset = (rewriter: Rewriter, value: string): string =>
  value
    .split(/,\s+/)
    .map((candidate) => {
      const [url = '', size = ''] = candidate.trim().split(/\s+/);
      return `${rewriter.address(url)}${/^[\d.]{1,5}[wx]$/.test(size) ? ` ${size.replace(/\d{4,}/, '1000')}` : ''}`;
    })
    .join(', ');

/** Hexadecimal bytes, the first of which is the key of the others (Cloudflare's protection of e-mail addresses). */
function protectedEmail(rewriter: Rewriter, code: string): string {
  const bytes = (code.match(/[\da-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16));
  const email = String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ (bytes[0] ?? 0)));
  const key = 0x42;
  const made = lettersOf(rewriter.text(email)).map((letter) => (letter.charCodeAt(0) & 0xff) ^ key);
  return [key, ...made].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
