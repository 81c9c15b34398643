/* oxlint-disable react/no-array-index-key -- a career may hold one title twice: only its place tells them apart */
/** Positions, education and skills: what will be sent with the person, to be looked at. */
import type { Candidate } from '#lib/candidate/schema.ts';
import { counted, t } from '#lib/text.ts';

const span = (start: string | null | undefined, end: string | null | undefined, current?: boolean): string => {
  if (current && start) return t('panel_since', start);
  return [start, end].filter(Boolean).join(' – ');
};

export function Career({ candidate }: { candidate: Candidate }) {
  const { positions, education, skills } = candidate;
  const counts = [
    positions.length > 0 && counted('panel_positions', positions.length),
    education.length > 0 && counted('panel_education', education.length),
    skills.length > 0 && counted('panel_skills', skills.length),
  ].filter(Boolean);
  if (counts.length === 0) return null;
  return (
    <details class="career">
      <summary>{counts.join(' · ')}</summary>
      <ul>
        {positions.map(({ title, company, start, end, current }, index) => (
          <li key={`p${index}`} dir="auto">
            <span>{[title, company].filter(Boolean).join(', ')}</span> <small>{span(start, end, current)}</small>
          </li>
        ))}
        {education.map(({ school, degree, field, start, end }, index) => (
          <li key={`e${index}`} dir="auto">
            <span>{[school, degree, field].filter(Boolean).join(', ')}</span> <small>{span(start, end)}</small>
          </li>
        ))}
      </ul>
      {skills.length > 0 && (
        <p class="soft" dir="auto">
          {skills.join(', ')}
        </p>
      )}
    </details>
  );
}
