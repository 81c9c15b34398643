/** The texts that people read, from the English file itself; the fake browser has none. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };

/** Throws for a key without a text, which a browser would show as nothing. */
export function speakEnglish(): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: keyof typeof messages, substitutions: string[] = []) => {
    const { message } = messages[key] ?? {};
    if (message === undefined) throw new Error(`No text for ${key}`);
    return message.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
  }) as typeof fakeBrowser.i18n.getMessage);
}
