interface SwitchProps {
  id: string;
  label: string;
  hint: string;
  /** A sentence that must not be overlooked. */
  warning?: string | undefined;
  on: boolean;
  /** Called in the turn of the click, so that the browser may be asked for a permission. */
  turn: (on: boolean) => Promise<void>;
}

/** Shows what holds and not what was pressed (a checkbox would): it goes on only when the permission was really given. */
export function Switch({ id, label, hint, warning, on, turn }: SwitchProps) {
  return (
    <div class="switch">
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onClick={() => void turn(!on)}
      />
      <label id={`${id}-label`} for={id}>
        {label}
      </label>
      <small id={`${id}-hint`}>
        {hint}
        {warning && <strong class="caution">{warning}</strong>}
      </small>
    </div>
  );
}
