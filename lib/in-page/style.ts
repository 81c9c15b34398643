/**
 * The button's style, as a constructed sheet: a page's content security policy does not reach it. `:host` is important
 * throughout, since a page's own rules would otherwise win over it.
 */
export const STYLE = `
:host {
  all: initial !important; position: fixed !important; z-index: 2147483646 !important;
  inset: min(var(--y, 40%), 100% - 38px) 0 auto auto !important; display: block !important; color-scheme: light dark !important;
}
:host([hidden]) { display: none !important; }
:host([data-side=left]) { inset: min(var(--y, 40%), 100% - 38px) auto auto 0 !important; }
/* The mark stays under the pointer while the words unfold away from the edge: what unfolds there must not take the click. */
div, div > button:first-child { flex-direction: row-reverse; }
:host([data-side=left]) div, :host([data-side=left]) div > button:first-child { flex-direction: row; }
div {
  display: flex; align-items: center; height: 36px; overflow: hidden; touch-action: none; user-select: none;
  font: 600 13px/1 system-ui, sans-serif; background: light-dark(#0b6b50, #3fbf95); color: light-dark(#fff, #06231a);
  border: 1px solid light-dark(#fff6, #06231a66); border-inline-end: 0; border-radius: 8px 0 0 8px; box-shadow: 0 1px 4px #0004;
}
:host([data-side=left]) div { border-radius: 0 8px 8px 0; }
button { all: unset; display: flex; align-items: center; height: 36px; cursor: pointer; white-space: nowrap; box-sizing: border-box; }
button:focus-visible { outline: 2px solid; outline-offset: -4px; border-radius: 8px; }
svg { width: 20px; height: 20px; margin: 0 7px; flex: none; fill: currentColor; stroke: currentColor; stroke-width: 1.2; stroke-linecap: round; }
span { max-width: 0; overflow: hidden; padding-inline-end: 0; transition: max-width .15s ease-out; }
.hide { max-width: 0; overflow: hidden; justify-content: center; font-size: 16px; font-weight: 400; }
.hide::before { content: '×' / ''; }
div:hover span, div:has(:focus-visible) span, .told span { max-width: 320px; padding-inline-end: 6px; }
div:hover .hide, div:has(:focus-visible) .hide { max-width: 32px; width: 32px; }
@media (prefers-reduced-motion: reduce) { span { transition: none; } }
@media (forced-colors: active) { div { border: 1px solid ButtonText; background: ButtonFace; color: ButtonText; } }
@media print { :host { display: none !important; } }
`;
