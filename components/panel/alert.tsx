/** A failure: what, why, what next, and the action that helps. */
import type { ComponentChildren } from 'preact';

interface AlertProps {
  what: string;
  why?: string | undefined;
  next?: string | undefined;
  details?: readonly string[] | undefined;
  /** Buttons; the first is the one that helps. */
  children?: ComponentChildren;
}

export function Alert({ what, why, next, details, children }: AlertProps) {
  return (
    <div class="alert" role="alert">
      <strong>{what}</strong>
      {why && <p>{why}</p>}
      {details !== undefined && details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail} dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      )}
      {next && <p>{next}</p>}
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
