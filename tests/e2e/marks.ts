/** Marks in a page, as the browser itself tells them to assistive technology: no page, and no test in it, can look inside. */
import type { CDPSession, Page } from '@playwright/test';

export interface SeenMark {
  name: string;
  top: number;
  left: number;
}

interface AXNode {
  role?: { value?: unknown };
  name?: { value?: unknown };
  backendDOMNodeId?: number;
}

/** Everything that is told to assistive technology, in closed trees too. */
export async function namesIn(page: Page): Promise<string[]> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
    return nodes.map(({ name }) => String(name?.value));
  } finally {
    await cdp.detach();
  }
}

/** Those that have a row at the moment, in the order of the keyboard. */
export async function marksIn(page: Page): Promise<SeenMark[]> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
    const marks = nodes.filter(({ role, name }) => role?.value === 'button' && /in Greenhouse: /i.test(String(name?.value)));
    return await Promise.all(
      marks.map(async ({ name, backendDOMNodeId }) => {
        const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId! });
        return { name: String(name?.value), left: model.border[0]!, top: model.border[1]! };
      }),
    );
  } finally {
    await cdp.detach();
  }
}

export const marked = async (page: Page): Promise<string[]> => (await marksIn(page)).map(({ name }) => name);
