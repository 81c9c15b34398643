/** Senders as Chromium 156 stamps them, recorded in a real browser; `browser-facts.spec.ts` checks them there again. */
import type { Context } from '#lib/messages/table.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}`;
const tab = { id: 7, index: 0, windowId: 1 };

export const EXTENSION_ID = ID;
export const EXTENSION_URL = `${ORIGIN}/`;

export const SENDERS = {
  sidePanel: { id: ID, origin: ORIGIN, url: `${ORIGIN}/sidepanel.html` },
  panelInTab: { id: ID, origin: ORIGIN, url: `${ORIGIN}/sidepanel.html?tab=7`, tab, frameId: 0 },
  optionsInTab: { id: ID, origin: ORIGIN, url: `${ORIGIN}/options.html`, tab, frameId: 0 },
  worker: { id: ID, origin: ORIGIN, url: `${ORIGIN}/background.js` },
  inPage: { id: ID, origin: 'https://www.linkedin.com', url: 'https://www.linkedin.com/in/a/', tab, frameId: 0 },
  inPageFrame: { id: ID, origin: 'https://ads.example', url: 'https://ads.example/', tab, frameId: 12 },
  /** A page of ours in a frame of some site: not possible with our policy, refused all the same. */
  panelInFrame: { id: ID, origin: ORIGIN, url: `${ORIGIN}/sidepanel.html`, tab, frameId: 12 },
  otherExtension: { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
  /** Firefox before it stamped origins. */
  panelWithoutOrigin: { id: ID, url: `${ORIGIN}/sidepanel.html` },
  pretender: { id: ID, url: `https://evil.example/?${ORIGIN}/sidepanel.html` },
} as const;

/** Who is who a row says. What the worker sends and what a page of ours sends cannot be told apart. */
export const ALLOWED: Record<Context, (keyof typeof SENDERS)[]> = {
  extension: ['sidePanel', 'panelInTab', 'optionsInTab', 'panelWithoutOrigin', 'worker'],
  worker: ['sidePanel', 'panelInTab', 'optionsInTab', 'panelWithoutOrigin', 'worker'],
  'in-page': ['inPage'],
};
