export type Finding = {
  readonly check: string
  /** `fault`: something does not work or may be lost; the command ends with 1. */
  readonly state: 'ok' | 'warning' | 'fault'
  /** What is so, and how to mend it. */
  readonly says: string
}
