/** What a job is at the start; the rest of it follows from its slot. */
export type Opened = {
  name: string;
  department: number;
  offices: number[];
  status?: 'open' | 'draft' | 'closed';
  confidential?: boolean;
  template?: boolean;
};

const job = (name: string, department: number, ...offices: number[]): Opened => ({ name, department, offices });

/** The forty jobs of Birch Labs; department and office ids are those of structure.ts. */
export const JOB_TITLES: Opened[] = [
  job('Staff Backend Engineer', 32, 8),
  job('Senior Frontend Engineer', 33, 8, 9),
  job('Site Reliability Engineer', 34, 11),
  job('Data Engineer', 35, 10),
  job('Machine Learning Engineer', 35, 8, 13),
  job('Engineering Manager, Platform', 34, 8),
  job('Product Manager, Sensors', 36, 9),
  job('Senior Product Designer', 37, 10),
  job('Forest Ecologist', 38, 9),
  job('Remote Sensing Scientist', 38, 12),
  job('Account Executive, DACH', 39, 8),
  job('Account Executive, Brasil', 39, 12),
  job('Customer Success Manager', 40, 11),
  job('Solutions Engineer', 40, 13),
  job('Technical Recruiter', 41, 8),
  job('People Partner', 41, 10),
  job('Financial Controller', 42, 8),
  job('Legal Counsel', 42, 9),
  job('Backend Engineer', 32, 10),
  job('Backend Engineer', 32, 11),
  job('Frontend Engineer', 33, 13),
  job('Security Engineer', 34, 8, 11),
  job('Analytics Engineer', 35, 9),
  job('Embedded Software Engineer', 31, 8),
  job('Firmware Test Engineer', 31, 13),
  job('UX Researcher', 37, 8),
  job('Technical Writer', 36, 11),
  job('Developer Advocate', 31, 11, 8),
  job('Principal Engineer', 31, 8, 9, 11),
  job('Working Student, Data', 35, 8),
  { ...job('iOS Engineer', 33, 10), status: 'closed' },
  { ...job('Office Manager', 41, 9), status: 'closed' },
  { ...job('Sales Development Representative', 39, 11), status: 'closed' },
  { ...job('Quantum Sensing Researcher', 38, 8), status: 'draft' },
  { ...job('Head of Partnerships', 39, 6), status: 'draft' },
  { ...job('Template: Engineering', 31), template: true },
  { ...job('Chief Financial Officer', 42, 8), confidential: true },
  { ...job('VP Engineering', 31, 8), confidential: true },
  job('Übersetzer:in (m/w/d)', 36, 8),
  job('Field Technician, “Taiga” Programme', 38, 9),
];

/** Job `slot`, also beyond the forty: then a further team of one of the ordinary ones. */
export function opened(slot: number): Opened {
  const written = JOB_TITLES[slot];
  if (written) return written;
  const team = Math.floor(slot / 30);
  const again = JOB_TITLES[slot % 30];
  if (!again) throw new Error('The first thirty jobs are the ordinary ones.');
  return { ...again, name: `${again.name}, Team ${team}`, status: slot % 10 === 9 ? 'closed' : 'open' };
}
