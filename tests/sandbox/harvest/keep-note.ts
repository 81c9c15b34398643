import type { Note } from '../store/rows.ts';
import type { Fields } from '../store/table.ts';
import type { World } from '../world.ts';

type Written = Pick<Note, 'candidate_id' | 'body' | 'user_id'> & Partial<Fields<Note>>;

/** Writes a note down: a plain one for everybody, unless it says otherwise (harvest-api §7.5). */
export function keepNote(world: World, note: Written): Note {
  return world.db.notes.insert({
    application_id: null,
    subject: null,
    type: 'NOTE',
    email_from: null,
    email_to: null,
    email_cc: null,
    import_hash: null,
    body_with_tags: null,
    visibility: 'publicly_visible',
    email_attachment_file_names: null,
    ...note,
  });
}
