/** One state of a page of ours, and how it comes about. */
import type { Page } from '@playwright/test';

import type { Studio } from './studio.ts';

export interface State {
  name: string;
  arrange(studio: Studio): Promise<Page>;
  /** Puts away what would stand in the way of the next state. */
  after?(page: Page, studio: Studio): Promise<void>;
}
