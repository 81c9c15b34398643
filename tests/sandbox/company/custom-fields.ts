import type { CustomField, CustomFieldOption } from '../store/company-rows.ts';
import type { Fields } from '../store/table.ts';

export const FIRST_CUSTOM_FIELD = 4401;
export const FIRST_CUSTOM_FIELD_OPTION = 45_001;

/** A custom field with every switch in its resting place. */
export function customField(
  given: Pick<CustomField, 'name' | 'name_key' | 'field_type' | 'value_type'> & Partial<Fields<CustomField>>,
): Fields<CustomField> {
  return {
    sort_order: 0,
    private: false,
    required: false,
    require_approval: false,
    trigger_new_version: false,
    active: true,
    updated_by_id: null,
    internal_type: null,
    expose_in_job_board_api: false,
    placeholder: null,
    description: null,
    application_type: null,
    api_only: false,
    use_for_job_approvals: false,
    use_for_offer_approvals: false,
    template_token_string: null,
    default_value: null,
    ...given,
  };
}

const field = (name: string, key: string, type: string, value: string, internal: string | null = null): Fields<CustomField> =>
  customField({ name, name_key: key, field_type: type, value_type: value, internal_type: internal });

/** Ids count from 4401. The fields of the external id are not here: setup creates them. */
export const CUSTOM_FIELDS: Fields<CustomField>[] = [
  field('School', 'school_name', 'standard', 'single_select', 'school_name'),
  field('Degree', 'degree', 'standard', 'single_select', 'degree'),
  field('Discipline', 'discipline', 'standard', 'single_select', 'discipline'),
  field('Notice period', 'notice_period', 'candidate', 'short_text'),
  field('Work authorization', 'work_authorization', 'candidate', 'single_select'),
  field('Languages', 'languages', 'candidate', 'multi_select'),
  field('Portfolio', 'portfolio', 'candidate', 'url'),
  field('Salary expectation', 'salary_expectation', 'candidate', 'currency'),
  field('Sourcing campaign', 'sourcing_campaign', 'application', 'short_text'),
  field('Employment type', 'employment_type', 'job', 'single_select', 'employment_type'),
  field('Cost center', 'cost_center', 'job', 'short_text'),
  field('Budget code', 'budget_code', 'opening', 'short_text'),
];

const OPTIONS: [field: number, names: string[]][] = [
  [
    4401,
    [
      'Birkenfeld University',
      'École des Hêtres',
      'Instituto Pinheiro',
      'Larchmont College',
      'Northwood Polytechnic',
      'Quercus Institute of Technology',
      'Universität Tannenau',
      '杉並木大学',
      'Other',
    ],
  ],
  [4402, ['High School', "Associate's Degree", "Bachelor's Degree", "Master's Degree", 'Doctor of Philosophy (Ph.D.)', 'Other']],
  [
    4403,
    [
      'Biology',
      'Business Administration',
      'Computer Science',
      'Design',
      'Electrical Engineering',
      'Forestry',
      'Mathematics',
      'Physics',
      'Other',
    ],
  ],
  [4405, ['Citizen or permanent resident', 'Visa needed', 'Unknown']],
  [4406, ['English', 'German', 'Portuguese', 'Japanese', 'Danish']],
  [4410, ['Full-time', 'Part-time', 'Contract']],
];

export const CUSTOM_FIELD_OPTIONS: Fields<CustomFieldOption>[] = OPTIONS.flatMap(([custom_field_id, names]) =>
  names.map((name, sort_order) => ({ custom_field_id, name, external_id: null, sort_order, active: true })),
);
