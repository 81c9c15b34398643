/* oxlint-disable react/no-array-index-key -- a career may hold one title twice: only its place tells them apart */
/** Positions, education and skills: what will be sent with the person, to be looked at. */
import { byEmployer } from '#lib/candidate/by-employer.ts';
import type { Candidate, Position } from '#lib/candidate/schema.ts';
import { span } from '#lib/panel/span.ts';
import { counted } from '#lib/text.ts';

const Role = ({ what, start, end, current }: Position & { what: readonly (string | null | undefined)[] }) => (
  <>
    <span>{what.filter(Boolean).join(', ')}</span> <small>{span(start, end, current)}</small>
  </>
);

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
        {byEmployer(positions).map(({ company, positions: [first, ...more] }, index) => (
          <li key={`p${index}`} dir="auto">
            {first && more.length === 0 && <Role what={[first.title, company]} {...first} />}
            {first && more.length > 0 && (
              <>
                {company}
                <ul>
                  {[first, ...more].map((role, at) => (
                    <li key={`r${at}`}>
                      <Role what={[role.title]} {...role} />
                    </li>
                  ))}
                </ul>
              </>
            )}
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
