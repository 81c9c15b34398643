/** The English texts, standing in for the browser's: tests speak of what people read. */
import { vi } from 'vitest';

import { browser } from '#lib/browser.ts';

import texts from '../../assets/public/_locales/en/messages.json';

const TEXTS: Record<string, { message: string }> = texts;

export const english = (key: string): string | undefined => TEXTS[key]?.message;

/** Call before each test: mocks are restored after it. */
export function speakEnglish(): void {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, substitutions: string | string[] = []) => {
    const values = Array.isArray(substitutions) ? substitutions : [substitutions];
    return (english(key) ?? '').replace(/\$(\d)/g, (_whole, place: string) => values[Number(place) - 1] ?? '');
  });
}
