/** The overlay's style, as a constructed sheet: a page's content security policy does not reach it. */
export const POINTING_STYLE = `
:host {
  all: initial !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important;
  display: block !important; cursor: crosshair !important; color-scheme: light dark !important; outline: 0 !important;
}
.frame {
  position: fixed; box-sizing: border-box; pointer-events: none; border: 2px solid #0b6b50; border-radius: 4px;
  background: #3fbf9533; box-shadow: 0 0 0 2px #fffc, 0 0 0 4px #06231a66;
}
.frame[hidden] { display: none; }
.bar {
  position: fixed; box-sizing: border-box; inset: auto auto 16px 50%; transform: translateX(-50%); display: flex; gap: 16px; align-items: center;
  justify-content: space-between; width: min(560px, 92vw); padding: 10px 12px 10px 16px; cursor: default; font: 14px/1.4 system-ui, sans-serif;
  background: light-dark(#0b6b50, #10382c); color: #fff; border: 1px solid #fff6; border-radius: 8px; box-shadow: 0 2px 12px #0006;
}
.bar.top { inset: 16px auto auto 50%; }
.bar div { min-width: 0; }
.bar strong, .how, .said { display: block; }
.how { font-size: 12.5px; opacity: .9; }
.said { min-height: 1.4em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.said.none { font-style: italic; }
.bar button {
  all: unset; flex: none; box-sizing: border-box; padding: 6px 12px; border: 1px solid #fff9; border-radius: 6px;
  font: 600 13px/1.2 system-ui, sans-serif; white-space: nowrap; cursor: pointer;
}
.bar button:hover { background: #fff2; }
@media (forced-colors: active) {
  .frame { border-color: Highlight; background: none; box-shadow: none; }
  .bar { background: Canvas; color: CanvasText; border-color: CanvasText; }
  .bar button { border-color: ButtonText; }
}
`;
