/**
 * The style of the marks, as a constructed sheet: a page's content security policy does not reach it. Nothing takes the pointer,
 * so that no page can find a mark by asking what stands at a point; the words are drawn and are no text, so that a search in the
 * page does not find them.
 */
export const MARKS_STYLE = `
:host {
  all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important; height: 0 !important;
  display: block !important; pointer-events: none !important; z-index: 2147483645 !important; color-scheme: light dark !important;
}
span, button { all: unset; position: absolute; top: 0; left: 0; height: 18px; min-width: 18px; pointer-events: none; }
button {
  display: flex; align-items: center; box-sizing: border-box;
  font: 600 12px/1 system-ui, sans-serif; white-space: nowrap; border-radius: 9px; border: 1.5px solid #fff;
  background: #0b6b50; color: #fff; box-shadow: 0 1px 3px #0006;
}
[hidden] { display: none; }
button::before { content: '✓' / ''; width: 15px; text-align: center; flex: none; }
.possible { background: #ffd257; color: #1a1d21; border-radius: 3px; border-color: #1a1d21; }
.possible::before { content: '?' / ''; }
.told, button:focus-visible { z-index: 1; }
.told::after, button:focus-visible::after { content: attr(aria-label) / ''; padding-inline: 2px 7px; }
button:focus-visible { outline: 2px solid #0b57b0; outline-offset: 2px; }
.covered:not(:focus-visible) { opacity: 0; }
p {
  position: fixed; right: 12px; bottom: 12px; margin: 0; padding: 10px 12px; border-radius: 8px; border: 1.5px solid #fff;
  font: 600 13px/1.3 system-ui, sans-serif; background: #0b6b50; color: #fff; box-shadow: 0 1px 4px #0006;
}
@media (forced-colors: active) { button { border: 1px solid ButtonText; background: ButtonFace; color: ButtonText; } }
@media print { :host { display: none !important; } }
`;
