export {
  type AccountChange,
  findAccount,
  insertAccount,
  setPassword,
  setUnusedTold,
  touchAccount,
  updateAccount,
} from './accounts/accounts.repo.ts'
export { disableAccount, enableAccount, endSessionsAndTokens, voidSecrets } from './accounts/accounts.service.ts'
export { emailKey } from './accounts/email.ts'
export { sendLetter } from './accounts/letters.jobs.ts'
export { insertNamedAccounts } from './accounts/logins.repo.ts'
export { ownAccount } from './accounts/profile.routes.ts'
export { cookieNames } from './cookies.ts'
export { hashPassword } from './passwords/password.hash.ts'
export { identityPersonalData } from './personal-data.ts'
export { resetByOperator } from './second-factor/second-factor.operator.ts'
export { deleteSecondFactor } from './second-factor/second-factor.repo.ts'
export { hashSecret, looksLikeSecret, newSecret } from './secret.ts'
export { beginLook, endLook, findLookEnd } from './sessions/looks.repo.ts'
export { findTimeOuts, type SessionLimits, tightenSessions, touchSession } from './sessions/sessions.repo.ts'
export { printedCode } from './sign-in/code.ts'
export { makeCodes } from './sign-in/codes.repo.ts'
export { linkAddress, siteAddress, slipAddress } from './sign-in/link.ts'
export { makeHandedLink, makeLink } from './sign-in/links.repo.ts'
export { createToken } from './tokens/tokens.operator.ts'
export { touchToken } from './tokens/tokens.repo.ts'
