/** Problems in an administrator's words: what, why, and what to do next, with the place in Greenhouse where it is mended. */
import { language, t } from '#lib/text.ts';

import type { Problem } from './problem.ts';

export interface Advice {
  what: string;
  /** Empty where `what` says it all. */
  why: string;
  next: string;
}

/** `14:05`, in the reader's own way of writing times. */
const timeOf = (epochMs: number): string => new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(epochMs);

export function adviceFor({ code, detail, about = '' }: Problem): Advice {
  switch (code) {
    case 'typed/no-client-id':
      return {
        what: t('options_typed_no_client_id'),
        why: t('options_typed_alone_why'),
        next: t('options_typed_no_client_id_next'),
      };
    case 'typed/no-secret':
      return { what: t('options_typed_no_secret'), why: '', next: t('options_typed_no_secret_next') };
    case 'typed/no-email':
      return { what: t('options_typed_no_email'), why: '', next: t('options_typed_no_email_next') };
    case 'typed/not-an-email':
      return { what: t('options_typed_not_an_email'), why: '', next: t('options_typed_no_email_next') };
    case 'typed/id-without-suffix':
      return { what: t('options_typed_suffix'), why: t('options_typed_suffix_why'), next: t('options_typed_suffix_next') };
    case 'typed/v1-key':
      return { what: t('options_typed_v1'), why: t('options_typed_v1_why'), next: t('options_typed_v1_next') };
    case 'typed/both':
      return { what: t('options_typed_both'), why: t('options_typed_both_why'), next: t('options_typed_both_next') };
    case 'partner/refused':
      return {
        what: t('options_partner_refused'),
        why: t('options_partner_refused_why'),
        next: t('options_partner_refused_next'),
      };
    case 'typed/secret-of-other-id':
      return { what: t('options_typed_other_id'), why: '', next: t('options_typed_other_id_next') };
    case 'browser/refused':
      return {
        what: t('options_error_browser', about),
        why: t('options_error_browser_why'),
        next: t('options_error_browser_next'),
      };
    case 'greenhouse/unauthorized':
      return {
        what: t('options_error_unauthorized'),
        why: t('options_error_unauthorized_why'),
        next: t('options_mend_credential'),
      };
    case 'greenhouse/acting-user':
      return {
        what: t('options_error_acting_user'),
        why: t('options_error_acting_user_why'),
        next: t('options_error_acting_user_next'),
      };
    case 'greenhouse/forbidden':
      return {
        what: t('options_error_forbidden'),
        why: detail.scope ? t('options_error_forbidden_why_scope', detail.scope) : t('options_error_forbidden_why'),
        next: t('options_mend_scopes', detail.scope ?? t('options_mend_what')),
      };
    case 'greenhouse/limited':
      return {
        what: t('options_error_limited'),
        why: t('options_error_limited_why'),
        next: detail.until ? t('options_error_limited_next_at', timeOf(detail.until)) : t('options_error_limited_next'),
      };
    case 'greenhouse/unreachable':
      return {
        what: t('options_error_unreachable'),
        why: t('options_error_unreachable_why'),
        next: t('options_error_unreachable_next'),
      };
    case 'greenhouse/garbled':
      return { what: t('options_error_garbled'), why: t('options_error_garbled_why'), next: t('options_error_garbled_next') };
    case 'settings/locked':
      return { what: t('options_error_locked'), why: t('options_error_locked_why'), next: t('options_error_locked_next') };
    case 'settings/passphrase':
      return {
        what: t('error_settings_passphrase_what'),
        why: t('error_settings_passphrase_why'),
        next: t('error_settings_passphrase_next'),
      };
    case 'settings/newer':
      return {
        what: t('error_settings_newer_what'),
        why: t('error_settings_newer_why'),
        next: t('error_settings_newer_next'),
      };
    case 'settings/not-allowed':
      return {
        what: t('error_settings_not_allowed_what'),
        why: t('error_settings_not_allowed_why'),
        next: t('error_settings_not_allowed_next'),
      };
    case 'settings/incomplete':
      return { what: t('options_error_incomplete'), why: '', next: t('options_error_incomplete_next') };
    case 'message/lost':
      return { what: t('options_error_lost'), why: t('options_error_lost_why'), next: t('options_error_lost_next') };
    case 'message/outdated':
      return { what: t('error_message_outdated_what'), why: '', next: t('options_error_outdated_next') };
    case 'storage/full':
      return { what: t('options_error_storage'), why: t('options_error_storage_why'), next: t('options_error_storage_next') };
    default:
      return { what: t('options_error_bug'), why: t('options_error_bug_why', code), next: t('options_error_bug_next') };
  }
}
