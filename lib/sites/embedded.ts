/** Data that a page was started with, as JSON in a script. Nobody has promised its shape, so every step of a path is guarded. */
import { tidy } from './dom.ts';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a script, behind an assignment (`window.STATE = {…};`) or alone; `undefined` when it is none. */
export function jsonIn(source: string | null | undefined): Fields | undefined {
  try {
    const text = source?.slice(source.indexOf('{')).replace(/;\s*$/, '') ?? '';
    const parsed: unknown = JSON.parse(text);
    return isFields(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What stands at a path; `undefined` when any step of it is missing. */
export function at(root: unknown, ...path: string[]): unknown {
  let value = root;
  for (const key of path) value = isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** A text or a number at a path, tidied; `''` for anything else. */
export function textAt(root: unknown, ...path: string[]): string {
  const value = at(root, ...path);
  return typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : '';
}

export const listAt = (root: unknown, ...path: string[]): unknown[] => {
  const value = at(root, ...path);
  return Array.isArray(value) ? value : [];
};
