/** Whose data was shown, where the subject is people: of organisations nobody’s. */
export const peopleAmong = (
  subject: string,
  members: readonly { readonly id: number }[],
): { people?: readonly number[] } => (subject === 'person' ? { people: members.map(({ id }) => id) } : {})

/** Who is behind a figure on closed results was asked for by the figure: what for is said by that. */
export const OPENED_BY_FIGURE = { island: 'diagnostics', purpose: 'figure' } as const
