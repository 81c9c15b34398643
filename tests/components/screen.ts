/** Finding things on the page as a screen reader does, for a DOM without an accessibility tree. */
import { vi } from 'vitest';

const NATIVE: Record<string, string> = {
  status: 'output',
  textbox: 'input[type="text"]:not([role]):not([list]), textarea',
  group: 'fieldset, details',
  combobox: '[role="combobox"], select, input[list]',
  radio: 'input[type="radio"]',
  button: 'button',
  link: 'a[href]',
  alert: '[role="alert"]',
  option: '[role="option"]',
};

export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const { labels } = element as HTMLInputElement;
  return labels && labels.length > 0 ? text(labels[0] as Element) : text(element);
}

export const all = (role: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(NATIVE[role] ?? `[role="${role}"]`),
];

/** The one element of a role and name; none or several is a failure. */
export function one(role: string, name: string): HTMLElement {
  const found = all(role).filter((element) => nameOf(element) === name);
  if (found.length !== 1)
    throw new Error(`${found.length} of role ${role} named “${name}”, among: ${all(role).map(nameOf).join(' | ')}`);
  return found[0] as HTMLElement;
}

export const button = (name: string): HTMLButtonElement => one('button', name) as HTMLButtonElement;

const turns = () => new Promise<void>((resolve) => void setTimeout(resolve, 40));

/** Signals and effects draw in later turns; a part that loads when it is first drawn takes as long as the machine is busy. */
export async function waitForDrawing(): Promise<void> {
  await turns();
  await vi.dynamicImportSettled();
  await turns();
}

export async function type(element: HTMLElement, value: string): Promise<void> {
  (element as HTMLInputElement).value = value;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  await waitForDrawing();
}

export async function press(element: HTMLElement, key: string): Promise<void> {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await waitForDrawing();
}
