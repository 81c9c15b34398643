/** One stored value under one key. A read is parsed: what does not fit is set aside, never overwritten in silence. */
import type * as z from 'zod/mini';

import { browser } from '#lib/browser.ts';
import { AppError } from '#lib/errors.ts';

export interface StoredItem<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value, also one written by another context; returns how to stop. */
  watch(changed: (value: T) => void): () => void;
}

interface Definition<S extends z.ZodMiniType> {
  key: string;
  schema: S;
  fallback: z.infer<S>;
  /** What an older version stored, in today's shape; anything else is handed on as it is. */
  upgrade?: (raw: unknown) => unknown;
}

const area = () => browser.storage.local;

/** Keeps what could not be read under its own key, so that nothing is lost and a later version may mend it. */
async function setAside(key: string, raw: unknown): Promise<void> {
  await area().set({ [`corrupt:${key}`]: raw });
  await area().remove(key);
}

export function storedItem<S extends z.ZodMiniType>({
  key,
  schema,
  fallback,
  upgrade = (raw) => raw,
}: Definition<S>): StoredItem<z.infer<S>> {
  const parse = async (raw: unknown): Promise<z.infer<S>> => {
    if (raw === undefined || raw === null) return fallback;
    const parsed = schema.safeParse(upgrade(raw));
    if (parsed.success) return parsed.data;
    await setAside(key, raw);
    return fallback;
  };
  return {
    get: async () => parse((await area().get(key))[key]),
    set: async (value) => {
      try {
        await area().set({ [key]: value });
      } catch (cause) {
        throw new AppError('storage/full', {}, cause);
      }
    },
    remove: () => area().remove(key),
    watch: (changed) => {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) void parse(change.newValue).then(changed);
      };
      area().onChanged.addListener(listener);
      return () => area().onChanged.removeListener(listener);
    },
  };
}
