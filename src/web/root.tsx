import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './shell/shell.tsx'

/** Above all pages of all modules; they hang themselves beneath it. */
export const rootRoute = createRootRoute({ component: Shell })
