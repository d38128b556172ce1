// Names of questions, lists and codes as a questionnaire has them: small letters, digits and hyphens. A form may have others;
// each that is called otherwise here is listed.
const longest = 60;

/** Empty for a name that nothing can be made of. */
function ownName(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const led = /^[0-9]/.test(plain) ? `n${plain}` : plain;
  return led.slice(0, longest).replace(/-+$/, "");
}

export function isOwnName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,59}$/.test(name);
}

export const nameHere = (name: string): string => (isOwnName(name) ? name : ownName(name));
