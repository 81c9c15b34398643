import type { Notice } from '#lib/options/notice.ts';

/** An interrupting sentence in three parts: what, why, what next. */
export function Problem({ notice: { advice, tone } }: { notice: Notice }) {
  return (
    <div role="alert" class={`notice ${tone}`}>
      <strong>{advice.what}</strong>
      {advice.why !== '' && <p>{advice.why}</p>}
      <p>{advice.next}</p>
    </div>
  );
}
