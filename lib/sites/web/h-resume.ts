/** h-resume, and the classic hResume: the history around a contact card. */
import type { Education, Position } from '#lib/candidate/schema.ts';

import { all, text, textOf } from '../dom.ts';

interface History {
  positions: Position[];
  education: Education[];
  skills: string[];
}

export function experienceOf(card: Element): History | undefined {
  const resume = card.closest('.h-resume, .hresume');
  if (!resume) return undefined;
  const dates = (event: Element) => {
    const at = (name: string) => {
      const element = event.querySelector(`.dt-${name}, .dt${name}`);
      // Machine dates, which is what these elements are for; the tables of month names would weigh more than this reader.
      return /\b\d{4}(?:-\d{2})?\b/.exec(
        element?.getAttribute('datetime') ?? element?.getAttribute('title') ?? textOf(element ?? undefined),
      )?.[0];
    };
    const [start, end] = [at('start'), at('end')];
    return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
  };
  const organisation = (event: Element) =>
    text(event, '.p-org .p-name, .organization-name') || text(event, '.p-org, .p-location .p-name, .org, .h-card .p-name');
  return {
    positions: all(resume, '.p-experience, .experience').map((event) => {
      const [title, company] = [
        text(event, '.p-job-title, .p-role, .title') || text(event, ':scope > .p-name, .summary'),
        organisation(event),
      ];
      return { ...(title ? { title } : {}), ...(company ? { company } : {}), ...dates(event) };
    }),
    education: all(resume, '.p-education, .education').map((event) => {
      const [school, degree] = [organisation(event), text(event, '.p-degree, :scope > .p-name, .summary')];
      return {
        ...(school || degree ? { school: school || degree } : {}),
        ...(school && degree ? { degree } : {}),
        ...dates(event),
      };
    }),
    skills: [...new Set(all(resume, '.p-skill, .skill').map(textOf).filter(Boolean))],
  };
}
