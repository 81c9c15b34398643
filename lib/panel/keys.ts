/** The panel's keyboard: single letters for those who export all day, and never while somebody types. */
export type Shortcut = 'job' | 'kind' | 'note' | 'tags' | 'undo' | 'send';

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The focus is in something that takes letters. */
  typing: boolean;
}

const LETTERS: Record<string, Shortcut> = { '/': 'job', p: 'kind', n: 'note', t: 'tags', z: 'undo' };

export function shortcutOf({ key, ctrlKey, metaKey, altKey, typing }: Pressed): Shortcut | undefined {
  if (key === 'Enter') return (ctrlKey || metaKey) && !altKey ? 'send' : undefined;
  return typing || ctrlKey || metaKey || altKey ? undefined : LETTERS[key.toLowerCase()];
}

const LETTERLESS = new Set(['radio', 'checkbox', 'button', 'submit']);

export const takesLetters = (target: { tagName?: string; type?: string; isContentEditable?: boolean } | null): boolean => {
  const name = target?.tagName?.toUpperCase();
  if (name === 'INPUT') return !LETTERLESS.has(target?.type ?? '');
  return name === 'TEXTAREA' || name === 'SELECT' || Boolean(target?.isContentEditable);
};
