/** Pages of the client where who was asked, and who asked, look at a question. */
export const HANDED = '/questions'
export const ASKED = '/questions?side=asked'
/** Of who asked about their own record. */
export const MINE = '/my'
