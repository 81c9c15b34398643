import type { Resource } from '../resource.ts';
import { applications } from './applications.ts';
import { candidates } from './candidates.ts';
import { closeReasons, departments, offices, referrers, rejectionReasons, sources } from './company.ts';
import { jobInterviewStages, jobPosts, jobs, openings } from './jobs.ts';
import { jobHiringManagers, jobOwners, userEmails, userJobPermissions, userRoles, users } from './users.ts';

/** Every collection of Harvest v3 that the sandbox serves, by the name in its path. */
export const RESOURCES: ReadonlyMap<string, Resource> = new Map(
  [
    candidates,
    applications,
    jobs,
    jobInterviewStages,
    jobPosts,
    openings,
    departments,
    offices,
    sources,
    referrers,
    rejectionReasons,
    closeReasons,
    users,
    userEmails,
    userRoles,
    userJobPermissions,
    jobOwners,
    jobHiringManagers,
  ].map((resource) => [resource.name, resource]),
);
