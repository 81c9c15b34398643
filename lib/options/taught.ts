/** What was taught on this machine, and the rule sets that hold on it: listed, written to a file, taken in from one, removed. */
import { computed, signal } from '@preact/signals';

import type { Policy } from '#lib/policy/policy.ts';
import type { StoredItem } from '#lib/storage/item.ts';
import { fileOf, LONGEST_FILE, readFile, withLessons, type FileRead } from '#lib/teach/files.ts';
import { inForce, MOST_RULE_SETS, ruleSetOf, type RuleSet } from '#lib/teach/rule-set.ts';
import type { Taught } from '#lib/teach/taught.ts';

export interface TaughtPorts {
  taught: StoredItem<Taught[]>;
  ruleSets: StoredItem<RuleSet[]>;
  policy: Pick<StoredItem<Policy | null>, 'get' | 'watch'>;
  /** Hands a text to the browser as a file to keep. */
  saveFile: (name: string, text: string) => void;
}

/** A set and where it comes from: the organisation's cannot be removed here. */
export interface ShownSet {
  set: RuleSet;
  given: boolean;
  /** Another one of this site is used instead. */
  idle: boolean;
}

export type Said = { is: 'taken'; count: number } | { is: 'set-taken'; set: RuleSet } | Extract<FileRead, { is: 'refused' }>;

export function taughtModel({ taught, ruleSets, policy, saveFile }: TaughtPorts) {
  const lessons = signal<readonly Taught[]>([]);
  const imported = signal<readonly RuleSet[]>([]);
  const written = signal<readonly string[]>([]);
  const said = signal<Said | undefined>(undefined);

  const given = computed(() => written.value.flatMap((text) => ruleSetOf(text) ?? []));

  async function takeSet(set: RuleSet): Promise<Said> {
    const before = await ruleSets.get();
    const same = before.find(({ site }) => site === set.site);
    if (same && same.version >= set.version) return { is: 'refused', because: 'no-higher-version', where: String(same.version) };
    const next = [set, ...before.filter((one) => one !== same)];
    if (next.length > MOST_RULE_SETS) return { is: 'refused', because: 'too-many', where: String(MOST_RULE_SETS) };
    await ruleSets.set(next);
    return { is: 'set-taken', set };
  }

  async function takeLessons(brought: readonly Taught[]): Promise<Said> {
    const before = await taught.get();
    const next = withLessons(before, brought);
    if (!Array.isArray(next)) return next as Said;
    await taught.set(next);
    return { is: 'taken', count: next.length - before.length };
  }

  return {
    lessons,
    said,
    sets: computed((): ShownSet[] => {
      const used = new Set(inForce([...given.value, ...imported.value]));
      const all = [...given.value.map((set) => ({ set, given: true })), ...imported.value.map((set) => ({ set, given: false }))];
      return all.map((one) => ({ ...one, idle: !used.has(one.set) }));
    }),
    /** How many of the organisation's are no rule sets. */
    broken: computed(() => written.value.length - given.value.length),

    async start(): Promise<() => void> {
      const rules = (now: Policy | null) => (written.value = now?.ruleSets ?? []);
      const stops = [
        taught.watch((now) => (lessons.value = now)),
        ruleSets.watch((now) => (imported.value = now)),
        policy.watch(rules),
      ];
      [lessons.value, imported.value] = await Promise.all([taught.get(), ruleSets.get()]);
      rules(await policy.get());
      return () => stops.forEach((stop) => stop());
    },

    async remove(id: string): Promise<void> {
      await taught.set((await taught.get()).filter((one) => one.id !== id));
    },
    async removeSet({ site, version }: RuleSet): Promise<void> {
      await ruleSets.set((await ruleSets.get()).filter((one) => one.site !== site || one.version !== version));
    },
    save: () => saveFile('gleaner-taught.json', fileOf(lessons.value)),
    async take(file: Pick<File, 'size' | 'text'>): Promise<void> {
      said.value = undefined;
      const read: FileRead = file.size > LONGEST_FILE * 4 ? { is: 'refused', because: 'too-long' } : readFile(await file.text());
      if (read.is === 'refused') said.value = read;
      else said.value = read.is === 'taught' ? await takeLessons(read.lessons) : await takeSet(read.set);
    },
  };
}

export type TaughtModel = ReturnType<typeof taughtModel>;
