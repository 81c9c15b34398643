import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { openPanel } from '#lib/worker/open-panel.ts';

const HERE = { tabId: 7, windowId: 3 };

let asked: string[];
beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `moz-extension://us${path}`);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push(`told ${(message as { name: string }).name}`);
  });
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation(async (properties) => {
    asked.push(`window ${String(properties?.url)}`);
    return undefined;
  });
  vi.spyOn(fakeBrowser.sidePanel, 'open').mockImplementation(
    async (options) => void asked.push(`side panel ${JSON.stringify(options)}`),
  );
});

/** Firefox: a sidebar that opens only for a gesture. */
function withSidebar({ gesture, isOpen = false }: { gesture: boolean; isOpen?: boolean }) {
  const sidebarAction = {
    open: async () => {
      if (!gesture) throw new Error('sidebarAction.open may only be called from a user input handler');
      asked.push('sidebar');
    },
    isOpen: async () => isOpen,
  };
  Object.assign(fakeBrowser, { sidebarAction });
  return () => Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
}

test('Chrome opens the side panel of that window, and tells a panel that was open already to read', async () => {
  await openPanel(HERE);
  await expect.poll(() => asked).toEqual(['side panel {"windowId":3}', 'told panel.read']);
});

test('a refusal reaches whoever asked, and nobody is told to read', async () => {
  vi.spyOn(fakeBrowser.sidePanel, 'open').mockRejectedValue(new Error('may only be called in response to a user gesture'));
  await expect(openPanel(HERE)).rejects.toThrow('gesture');
  expect(asked).toEqual([]);
});

describe('Firefox', () => {
  test('opens the sidebar', async () => {
    const end = withSidebar({ gesture: true });
    await openPanel(HERE);
    await expect.poll(() => asked).toEqual(['sidebar', 'told panel.read']);
    end();
  });

  test('without a gesture opens the panel in a window of its own, fixed to that tab', async () => {
    const end = withSidebar({ gesture: false });
    await openPanel(HERE);
    await expect.poll(() => asked).toEqual(['window moz-extension://us/sidepanel.html?tab=7', 'told panel.read']);
    end();
  });

  test('without a gesture opens nothing beside a sidebar that is open: it is told to read', async () => {
    const end = withSidebar({ gesture: false, isOpen: true });
    await openPanel(HERE);
    await expect.poll(() => asked).toEqual(['told panel.read']);
    end();
  });
});
