export { authenticate } from './grants/authenticate.ts'
export { addUser, type NewUser } from './grants/users.operator.ts'
export { headerKey, tidy } from './text.ts'
