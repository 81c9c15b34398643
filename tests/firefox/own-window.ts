/** What a hand does to Firefox itself, and what an eye sees of it: done in the browser's own window. */
import { ADDON, type Firefox } from './launch.ts';

const POLICY = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)})`;

/** A click on our button in the toolbar (or in the extensions menu): opens the sidebar and grants this page. */
export async function clickToolbar({ inOwnWindow }: Firefox): Promise<void> {
  await inOwnWindow(`(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    await ExtensionParent.apiManager.global.browserActionFor(${POLICY}.extension).triggerAction(window);
  })()`);
}

/** Presses keys as the keyboard does, e.g. `['Control', 'Shift']` and `E`: the browser's own shortcuts come first. */
export async function pressInBrowser({ inOwnWindow }: Firefox, modifiers: ('Control' | 'Shift' | 'Alt')[], letter: string) {
  const codes = { Shift: 16, Control: 17, Alt: 18 };
  const keys = [
    ...modifiers.map((name) => ({ key: name, code: `${name}Left`, keyCode: codes[name] })),
    { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
  ];
  await inOwnWindow(`(() => {
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    window.focus();
    gURLBar.focus();
    processor.beginInputTransactionForTests(window);
    const events = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent('', key));
    for (const event of events) processor.keydown(event);
    for (const event of events.toReversed()) processor.keyup(event);
  })()`);
}

export const closeSidebar = ({ inOwnWindow }: Firefox): Promise<unknown> => inOwnWindow('SidebarController.hide()');

/** Everything that the real sidebar shows, or nothing when it is closed. */
export async function sidebarText({ inOwnWindow }: Firefox): Promise<string> {
  return String(
    await inOwnWindow(`new Promise((done) => {
      const panel = SidebarController.isOpen && SidebarController.browser.contentDocument?.getElementById('webext-panels-browser');
      if (!panel?.messageManager) return done('');
      panel.messageManager.addMessageListener('text', ({ data }) => done(data));
      const say = 'sendAsyncMessage("text", content.document.body?.innerText ?? "")';
      panel.messageManager.loadFrameScript('data:,' + encodeURIComponent(say), false);
    })`),
  );
}

/** Ends the background page, as Firefox does when it has been idle. */
export async function endBackground({ inOwnWindow }: Firefox): Promise<string> {
  return String(await inOwnWindow(`${POLICY}.extension.terminateBackground().then(() => ${POLICY}.extension.backgroundState)`));
}
