/** The name of a scope, which may be broken only where its parts meet: half a word cannot be compared with another page. */
export function Scope({ name }: { name: string }) {
  return (
    <code>
      {name.split(/(?<=[:_])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </code>
  );
}
