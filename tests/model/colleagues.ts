/** What others do in Greenhouse by other means than ours. */
import type { greenhouse } from './greenhouse.ts';
import { inPool, onJob } from './records.ts';
import type { World } from './world.ts';

export function colleagues(world: World, { add, freshId }: ReturnType<typeof greenhouse>) {
  const { time, dice, truth, note } = world;
  const anybody = () => {
    const there = truth.people.filter(({ id }) => !truth.gone.has(id));
    return there[dice.below(Math.max(1, there.length))];
  };

  return {
    makes({ who, emails }: { who: string; emails: string[] }): void {
      const handle = `${who.toLowerCase()}-fixture`;
      const externalIds = dice.once(2) ? [`linkedin:${handle}`] : [];
      const urls = [`https://www.linkedin.com/in/${handle}`];
      if (emails.length === 0) return;
      // By another tool: name and address, and on no job.
      const isBare = dice.once(3);
      const profile = isBare ? { externalIds: [], urls: [] } : { externalIds, urls };
      add({ ...profile, account: 'org-1', who, emails, tags: [], by: 0 }, isBare ? [] : [onJob(43)]);
    },

    deletes(): void {
      const one = truth.people.find(({ id }) => !truth.gone.has(id));
      if (!one) return;
      note(`Greenhouse: candidate ${one.id} is deleted`);
      truth.gone.set(one.id, time.now);
      truth.deleted.add(one.id);
      truth.allow(one.who, one.account);
    },

    /** On somebody who is there: a note, a tag, another job, a pool, or another stage of theirs. */
    works(): void {
      const one = anybody();
      if (!one) return;
      const what = dice.pick(['note', 'tag', 'job', 'pool', 'stage'] as const);
      note(`Greenhouse: a colleague's ${what} for ${one.id}`);
      if (what === 'note') truth.notes.push({ candidateId: one.id, by: 0, at: time.now });
      else if (what === 'job' || what === 'pool')
        one.applications.push({ ...(what === 'job' ? onJob(43) : inPool(12)), id: freshId(), at: time.now, by: 0 });
      else if (what === 'stage') for (const application of one.applications) application.movedAt = time.now;
      else {
        one.tags.push('theirs');
        one.taggedAt.push(time.now);
      }
    },
  };
}
