import type { Ref } from 'preact';

interface FieldProps {
  name: string;
  label: string;
  hint: string;
  /** The problem shown on this page is about this field. */
  wrong: boolean;
  /** Left out: what is typed stays in the field alone, and nothing else on the page holds it. */
  value?: string;
  typed?: (value: string) => void;
  input?: Ref<HTMLInputElement>;
  placeholder?: string;
  /** Shown as dots. By style and not as a password field: those invite the browser to keep what is typed. */
  masked?: boolean;
}

/** A text field with its hint. Nothing typed here is for spelling checkers or for the browser's memory of forms. */
export function Field({ name, label, hint, wrong, value, typed, input = null, placeholder = '', masked = false }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        {...(value === undefined ? {} : { value })}
        ref={input}
        id={name}
        name={name}
        type="text"
        class={masked ? 'masked' : ''}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={`${name}-hint`}
        onInput={(event) => typed?.(event.currentTarget.value)}
      />
      <small id={`${name}-hint`}>{hint}</small>
    </div>
  );
}
