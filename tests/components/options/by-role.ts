/** Finds elements as people do who do not see the page: by role and name. Covers the roles that the options page uses. */
const ROLES: Record<string, string> = {
  alert: '[role=alert]',
  button: 'button:not([role])',
  checkbox: 'input[type=checkbox]',
  group: 'fieldset',
  radio: 'input[type=radio]',
  row: 'tbody tr',
  spinbutton: 'input[type=number]',
  status: 'output',
  switch: '[role=switch]',
  table: 'table',
  textbox: 'input[type=text]',
};

function nameOf(element: Element): string {
  const said = element.getAttribute('aria-label');
  if (said !== null) return said;
  const label = element.id === '' ? null : element.ownerDocument.querySelector(`label[for="${element.id}"]`);
  return (label ?? element.closest('label') ?? element.querySelector(':scope > legend') ?? element).textContent.trim();
}

/** All with this role whose name is, or (for a pattern) matches, `name`. */
export function allByRole(role: string, name?: string | RegExp): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(ROLES[role] ?? role)].filter((element) => {
    const named = nameOf(element);
    return name === undefined || (typeof name === 'string' ? named === name : name.test(named));
  });
}

/** The only one; throws when there is none or more than one. */
export function byRole(role: string, name?: string | RegExp): HTMLElement {
  const found = allByRole(role, name);
  if (found.length !== 1) throw new Error(`${found.length} elements have role ${role} and name ${String(name)}`);
  return found[0]!;
}

export function type(name: string, text: string): void {
  const field = byRole('textbox', name) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
