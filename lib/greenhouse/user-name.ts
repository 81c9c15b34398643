/** What a user is called: both APIs tell it whole, in two parts, or in either. */
interface Named {
  name?: string | null | undefined;
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
}

export const userName = ({ name, first_name, last_name }: Named): string =>
  name?.trim() || [first_name, last_name].filter(Boolean).join(' ');
