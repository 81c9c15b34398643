/** h-resume, and the classic hResume: the history around a contact card. */
import type { RawEducation, RawPosition } from '#lib/candidate/raw.ts';

import { all, text, textOf } from '../dom.ts';
import { pick } from './facts.ts';

interface History {
  positions: RawPosition[];
  education: RawEducation[];
  skills: string[];
}

export function experienceOf(card: Element): History | undefined {
  const resume = card.closest('.h-resume, .hresume');
  if (!resume) return undefined;
  const dates = (event: Element) => {
    const at = (name: string) => {
      const element = event.querySelector(`.dt-${name}, .dt${name}`);
      return element?.getAttribute('datetime') ?? element?.getAttribute('title') ?? textOf(element ?? undefined);
    };
    return { ...pick('start', at('start')), ...pick('end', at('end')) };
  };
  const organisation = (event: Element) =>
    text(event, '.p-org .p-name, .organization-name') || text(event, '.p-org, .p-location .p-name, .org, .h-card .p-name');
  return {
    positions: all(resume, '.p-experience, .experience').map((event) => {
      const [title, company] = [
        text(event, '.p-job-title, .p-role, .title') || text(event, ':scope > .p-name, .summary'),
        organisation(event),
      ];
      return { ...pick('title', title), ...pick('company', company), ...dates(event) };
    }),
    education: all(resume, '.p-education, .education').map((event) => {
      const [school, degree] = [organisation(event), text(event, '.p-degree, :scope > .p-name, .summary')];
      return {
        ...pick('school', school || degree),
        ...pick('degree', school && degree),
        ...dates(event),
      };
    }),
    skills: [...new Set(all(resume, '.p-skill, .skill').map(textOf).filter(Boolean))],
  };
}
