import { Refusal } from '../errors.ts'
import type { Route } from '../http/route.ts'
import type { Actor } from './access.ts'

type Asked = Pick<Route, 'kind' | 'may' | 'early' | 'own' | 'whileLooking'>

/**
 * What holds an actor back whatever its grants give: a second factor still to be set up, an API token of a few permissions,
 * eyes that are not those of the owner. Refuses (403) with the reason; what answers anybody answers these too.
 */
export function refuseHeldBack(route: Asked, actor: Actor): void {
  if (route.may === 'public') return
  if (actor.unready && !route.early) throw new Refusal('forbidden', 'second_factor_needed')
  if (actor.looker !== undefined) refuseLooker(route, actor)
  else if (actor.only !== undefined && route.may === 'signed-in' && (route.own || !route.early))
    throw new Refusal('forbidden', 'token_of_few')
}

function refuseLooker(route: Asked, actor: Actor): void {
  if (route.whileLooking) return
  if (route.own) throw new Refusal('forbidden', 'owner_only')
  if (route.kind === 'command' && !actor.lookerChanges) throw new Refusal('forbidden', 'look_only')
}
