/** What Greenhouse offers to choose from: jobs, their stages, and sources, credits, pools and tags. Kept while the panel is open. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';

import { AppError } from '#lib/errors.ts';
import type { Choices, Job, JobList, Stage } from '#lib/greenhouse/schema.ts';

import { indexJobs, type IndexedJob } from './job-search.ts';
import type { PanelPorts } from './ports.ts';

export type Loaded<T> = { is: 'unasked' } | { is: 'loading' } | { is: 'there'; value: T } | { is: 'failed'; error: AppError };

export interface ListsModel {
  jobs: ReadonlySignal<Loaded<JobList>>;
  /** A newer list is on its way; the one at hand stays usable. */
  refreshing: ReadonlySignal<boolean>;
  jobIndex: ReadonlySignal<readonly IndexedJob[]>;
  jobById: ReadonlySignal<ReadonlyMap<number, Job>>;
  choices: ReadonlySignal<Loaded<Choices>>;
  stages: ReadonlySignal<ReadonlyMap<number, Loaded<Stage[]>>>;
  recent: ReadonlySignal<readonly number[]>;
  load(options?: { refresh?: boolean }): Promise<void>;
  loadStages(jobId: number): Promise<void>;
  /** Tries again whatever failed. */
  retry(): Promise<void>;
  used(jobIds: readonly number[]): Promise<void>;
}

const REMEMBERED_JOBS = 8;
const NO_JOBS: readonly IndexedJob[] = [];

export function createLists({ greenhouse, memory }: Pick<PanelPorts, 'greenhouse' | 'memory'>): ListsModel {
  const jobs = signal<Loaded<JobList>>({ is: 'unasked' });
  const refreshing = signal(false);
  const choices = signal<Loaded<Choices>>({ is: 'unasked' });
  const stages = signal<ReadonlyMap<number, Loaded<Stage[]>>>(new Map());
  const recent = signal<readonly number[]>([]);

  const jobIndex = computed(() => (jobs.value.is === 'there' ? indexJobs(jobs.value.value.jobs) : NO_JOBS));
  const jobById = computed(() => new Map(jobIndex.value.map(({ job }) => [job.id, job])));

  const settle = <T>(asked: Promise<T>): Promise<Loaded<T>> =>
    asked.then(
      (value): Loaded<T> => ({ is: 'there', value }),
      (thrown: unknown): Loaded<T> => ({ is: 'failed', error: AppError.from(thrown) }),
    );

  async function loadJobs(refresh: boolean): Promise<void> {
    if (jobs.value.is === 'loading' || refreshing.value) return;
    if (jobs.value.is === 'there') refreshing.value = true;
    else jobs.value = { is: 'loading' };
    const next = await settle(greenhouse.jobs(refresh));
    refreshing.value = false;
    jobs.value = next;
  }

  async function loadChoices(refresh: boolean): Promise<void> {
    if (choices.value.is === 'loading') return;
    if (choices.value.is !== 'there') choices.value = { is: 'loading' };
    choices.value = await settle(greenhouse.choices(refresh));
  }

  const setStages = (jobId: number, value: Loaded<Stage[]>) => {
    stages.value = new Map(stages.value).set(jobId, value);
  };

  async function loadStages(jobId: number): Promise<void> {
    const at = stages.value.get(jobId)?.is;
    if (at === 'loading' || at === 'there') return;
    setStages(jobId, { is: 'loading' });
    setStages(jobId, await settle(greenhouse.stages(jobId)));
  }

  return {
    jobs,
    refreshing,
    jobIndex,
    jobById,
    choices,
    stages,
    recent,
    async load({ refresh = false } = {}) {
      await Promise.all([
        loadJobs(refresh),
        loadChoices(refresh),
        memory.recentJobs.get().then((jobIds) => {
          recent.value = jobIds;
        }),
      ]);
    },
    loadStages,
    async retry() {
      const failed = [...stages.value].filter(([, loaded]) => loaded.is === 'failed');
      await Promise.all([
        jobs.value.is === 'failed' ? loadJobs(true) : undefined,
        choices.value.is === 'failed' ? loadChoices(true) : undefined,
        ...failed.map(([jobId]) => loadStages(jobId)),
      ]);
    },
    async used(jobIds) {
      recent.value = [...new Set([...jobIds, ...recent.value])].slice(0, REMEMBERED_JOBS);
      await memory.recentJobs.set([...recent.value]).catch(() => undefined);
    },
  };
}
