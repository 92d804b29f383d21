/** The form in which addresses of mail are compared. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}
