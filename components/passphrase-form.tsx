/** Asks for passphrases. They are in no signal and no state: they go from their fields to whoever asked, and the fields are emptied. */
import { useRef, useState } from 'preact/hooks';

interface PassphraseFormProps {
  id: string;
  labels: readonly string[];
  /** The button's text. */
  does: string;
  class?: string;
  /** What is said of the last field but one, or of the only one, while it is typed. */
  hint?: ((typed: string) => string) | undefined;
  /** Takes what was typed, in the order of the labels; answers what is wrong with it, or nothing. */
  submit: (typed: string[]) => Promise<string | undefined>;
}

/** Dots by style and not as a password field: those invite the browser to keep what is typed. */
const MASKED = { '-webkit-text-security': 'disc' };

export function PassphraseForm({ id, labels, does, class: classes = 'field', hint, submit }: PassphraseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [hinted, setHinted] = useState('');
  const hintAt = Math.max(0, labels.length - 2);

  const send = async () => {
    if (busy) return;
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    setBusy(true);
    const next = await submit(fields.map(({ value }) => value));
    setBusy(false);
    setWrong(next);
    setHinted('');
    if (next === undefined) {
      for (const field of fields) field.value = '';
    } else {
      fields[0]?.focus();
      fields[0]?.select();
    }
  };

  return (
    <form
      ref={form}
      class={classes}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {labels.map((label, place) => (
        <>
          <label for={`${id}-${place}`}>{label}</label>
          <input
            id={`${id}-${place}`}
            type="text"
            style={MASKED}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
            onInput={({ currentTarget }) => place === hintAt && setHinted(hint?.(currentTarget.value) ?? '')}
          />
          {place === hintAt && hint && <output class="soft">{hinted}</output>}
        </>
      ))}
      {wrong !== undefined && (
        <p id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      <button type="submit" class="main" aria-disabled={busy}>
        {does}
      </button>
    </form>
  );
}
