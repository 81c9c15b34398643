/** Why a job that somebody looks for may not be in the list. */
import type { JobList } from '#lib/greenhouse/schema.ts';
import { counted, t } from '#lib/text.ts';

export function JobListReasons({ list }: { list: JobList }) {
  return (
    <ul>
      {reasons(list).map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

const reasons = ({ hidden, scoped }: JobList): string[] => [
  ...(scoped ? [] : [t('panel_not_scoped')]),
  ...(hidden.noPermission > 0 ? [counted('panel_hidden_permission', hidden.noPermission)] : []),
  // Those that the credential itself may not see cannot be counted, so it is said in any case.
  hidden.confidential > 0 ? counted('panel_hidden_confidential', hidden.confidential) : t('panel_hidden_confidential_none'),
  ...(hidden.template > 0 ? [counted('panel_hidden_template', hidden.template)] : []),
  t('panel_hidden_closed'),
];
