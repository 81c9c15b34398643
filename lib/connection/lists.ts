/** Lists from Greenhouse that are kept to be quick: jobs, choices, stages; with the time at which they were fetched. */
import * as z from 'zod/mini';

import type { Greenhouse } from '#lib/greenhouse/port.ts';
import { choicesSchema, jobListSchema, stageSchema, type Choices, type JobList, type Stage } from '#lib/greenhouse/schema.ts';
import { accountOf } from '#lib/storage/account.ts';
import { database } from '#lib/storage/database.ts';
import type { Connection } from '#lib/storage/schema.ts';

import { actingUserOf } from './greenhouse.ts';

/** After this a list is fetched anew when it is next asked for. */
const FRESH_FOR_MS = 30 * 60_000;

export interface ListPorts {
  connection: Connection;
  greenhouse: Greenhouse;
  now: () => number;
  refresh: boolean;
}

const stagesSchema = z.object({ stages: z.array(stageSchema), fetchedAt: z.number() });

export const jobs = (ports: ListPorts): Promise<JobList> =>
  kept(ports, 'jobs', jobListSchema, () => ports.greenhouse.jobs(actingUserOf(ports.connection)));

export const choices = (ports: ListPorts): Promise<Choices> =>
  kept(ports, 'choices', choicesSchema, () => ports.greenhouse.choices(actingUserOf(ports.connection).id));

export async function stages(ports: ListPorts, jobId: number): Promise<Stage[]> {
  const load = async () => ({ stages: await ports.greenhouse.stages(jobId), fetchedAt: ports.now() });
  return (await kept(ports, `stages ${jobId}`, stagesSchema, load)).stages;
}

/** Lists that are on their way: several panels, and the settings page, ask for the same ones at one moment. */
const underWay = new Map<string, Promise<unknown>>();

async function kept<S extends z.ZodMiniType<{ fetchedAt: number }>>(
  { connection, now, refresh }: ListPorts,
  name: string,
  schema: S,
  load: () => Promise<z.infer<S>>,
): Promise<z.infer<S>> {
  const key = `${accountOf(connection)} ${actingUserOf(connection).id} ${name}`;
  const db = await database();
  const parsed = schema.safeParse(await db.get('cache', key));
  const old = parsed.success ? parsed.data : undefined;
  if (old && !refresh && now() - old.fetchedAt < FRESH_FOR_MS) return old;
  const fetched = async (): Promise<z.infer<S>> => {
    const loaded = await load();
    await db.put('cache', loaded, key);
    return loaded;
  };
  const coming = (underWay.get(key) as ReturnType<typeof fetched> | undefined) ?? fetched().finally(() => underWay.delete(key));
  underWay.set(key, coming);
  try {
    return await coming;
  } catch (thrown) {
    // An old list with its time on it is better than none, unless the recruiter asked for a new one.
    if (old && !refresh) return old;
    throw thrown;
  }
}
