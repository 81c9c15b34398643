import type { Resource } from '../resource.ts';
import { bulkRequests } from '../bulk.ts';
import { applications } from './applications.ts';
import { attachments } from './attachments.ts';
import { candidateEducations, candidateEmployments } from './background.ts';
import { candidates } from './candidates.ts';
import { closeReasons, departments, offices, referrers, rejectionReasons, sources } from './company.ts';
import { customFieldOptions } from './custom-field-options.ts';
import { customFields } from './custom-fields.ts';
import { jobHiringManagers, jobOwners, userJobPermissions } from './hiring-team.ts';
import { further } from './further.ts';
import { interviewing } from './interviewing.ts';
import { jobPosts } from './job-posts.ts';
import { jobInterviewStages, jobs } from './jobs.ts';
import { notes } from './notes.ts';
import { offers } from './offers.ts';
import { openings } from './openings.ts';
import { prospectDetails, prospectPools, prospectPoolStages } from './prospects.ts';
import { applicationStages, rejectionDetails } from './stage-history.ts';
import { appliedCandidateTags, candidateTags } from './tags.ts';
import { userEmails, userRoles, users } from './users.ts';

/** Every collection of Harvest v3 that the sandbox serves, by the name in its path. */
export const RESOURCES: ReadonlyMap<string, Resource> = new Map(
  [
    candidates,
    applications,
    applicationStages,
    prospectDetails,
    rejectionDetails,
    attachments,
    notes,
    candidateTags,
    appliedCandidateTags,
    candidateEducations,
    candidateEmployments,
    prospectPools,
    prospectPoolStages,
    customFields,
    customFieldOptions,
    bulkRequests,
    ...interviewing,
    offers,
    ...further,
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
