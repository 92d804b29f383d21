import type { Permission } from '../../src/access-matrix.ts'
import type { Place, World } from './world.ts'

/** Parameters of the path, query, body and version a route is asked with. */
export type Asked = {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly payload?: object
  readonly version?: number
}

/**
 * What a route is expected to ask for, written down apart from its binding. `belongs` says where its object stands:
 * - nothing: it has no object; who has the permission gets what is within reach;
 * - open: it has one, which everybody in the district with the permission may see;
 * - self: of the person of the place, who alone reaches it;
 * - organisation, district, account: only whose reach covers it.
 */
export type Expectation =
  | { readonly may: 'public'; readonly answers: number; readonly asks?: Ask }
  | {
      readonly may: 'signed-in'
      readonly belongs: 'nothing' | 'account'
      readonly asks?: Ask
      /** A refusal that only who was let in gets; otherwise the answer has to be a success. */
      readonly answers?: number
    }
  | {
      readonly may: Permission
      readonly belongs: 'nothing' | 'open' | 'self' | 'organisation' | 'district'
      readonly asks?: Ask
      /** A refusal that only who was let in gets. */
      readonly answers?: number
      /** Shows the organisations of the district by name to whoever reaches them. */
      readonly shows?: true
    }

/** Made anew where the request may succeed, for then it changes something. */
export type Ask = (world: World, place: Place) => Promise<Asked> | Asked
