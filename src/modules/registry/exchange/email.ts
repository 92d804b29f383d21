/**
 * An address of mail in the form it is stored and compared in: small letters, without `mailto:` and angle brackets.
 * Undefined where it can be none. Letters beyond Latin ones are refused: in exports they are slips of the keyboard.
 */
export function parseEmail(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:\s*/i, '')
    .toLowerCase()
  return bare.length <= MOST && ADDRESS.test(bare) ? bare : undefined
}

const MOST = 254
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const ADDRESS = new RegExp(`^[a-z0-9_%+'-]+(?:\\.[a-z0-9_%+'-]+)*@(?:${LABEL}\\.)+[a-z]{2,}$`)

/** As it is shown to whoever needs not write to it: the first letter and the house of mail. */
export const maskEmail = (email: string): string => email.replace(/^(.).*@/, '$1•••@')
