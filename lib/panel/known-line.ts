/** What the verdict says about somebody who is in Greenhouse: where they stand, who knows them, since when, and as what. */
import type { Application, KnownPerson } from '#lib/greenhouse/schema.ts';
import { counted, t } from '#lib/text.ts';

import { ago, day } from './when.ts';

const RANK: Record<Application['status'], number> = { active: 0, hired: 1, rejected: 2, converted: 3 };

/** The application that matters most to whoever is about to write to them: a live one, else the latest. */
export function mainApplication({ applications }: KnownPerson): Application | undefined {
  const latest = (application: Application) => application.lastActivityAt ?? application.createdAt ?? '';
  return applications.toSorted((a, b) => RANK[a.status] - RANK[b.status] || latest(b).localeCompare(latest(a)))[0];
}

export function standsAt(application: Application): string {
  const job = application.jobName ?? (application.prospect ? t('panel_prospect_somewhere') : t('panel_some_job'));
  const on = day(application.rejectedAt);
  if (application.status === 'rejected') {
    const rejected = on ? t('panel_rejected_on', job, on) : t('panel_rejected', job);
    return application.rejectReason ? t('panel_rejected_why', rejected, application.rejectReason) : rejected;
  }
  if (application.status === 'hired') return t('panel_hired', job);
  if (application.prospect) return t('panel_is_prospect', job);
  return application.stage ? t('panel_in_stage', job, application.stage) : job;
}

/** Some people carry dozens. */
const TAGS = 6;
const tagged = (tags: readonly string[]): string[] =>
  tags.length === 0 ? [] : [t('panel_tagged', [...tags.slice(0, TAGS), ...(tags.length > TAGS ? ['…'] : [])].join(', '))];

export function knownLine(person: KnownPerson, now: number): string[] {
  const application = mainApplication(person);
  const touched = Date.parse(person.lastActivityAt ?? application?.lastActivityAt ?? '');
  const others = person.applications.length - 1;
  return [
    application
      ? standsAt(application)
      : t(person.fresh ? 'panel_fresh' : person.unread ? 'panel_unread' : 'panel_no_application'),
    ...(others > 0 ? [counted('panel_other_applications', others)] : []),
    ...(application?.recruiter ? [t('panel_recruiter', application.recruiter)] : []),
    ...(Number.isNaN(touched) ? [] : [t('panel_last_touch', ago(touched, now))]),
    ...(person.private ? [t('panel_private')] : []),
    ...tagged(person.tags),
  ];
}

export const nameOf = ({ firstName, lastName }: Pick<KnownPerson, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** Where a person (at one of their applications) stands in Greenhouse's own pages. */
export const addressOf = (candidateId: number, applicationId?: number): string =>
  `https://app.greenhouse.io/people/${candidateId}${applicationId === undefined ? '' : `?application_id=${applicationId}`}`;
