import type { ZodType } from 'zod'
import type { Actor, Reach, Scope } from '../access/access.ts'
import type { Contract } from '../contract.ts'
import type { ReadDb, Tenant, Tx } from '../db/db.ts'
import type { Noted } from '../journal/journal.ts'
import type { Language } from '../messages.ts'
import type { Services } from '../services.ts'

/** The session (cookie) or API token (Authorization: Bearer) behind a request. */
export type Credential = { readonly kind: 'session' | 'token'; readonly id: number }

/** What every handler knows of the request. */
export type RequestContext = {
  readonly actor: Actor
  /** The chosen district; `null` for endpoints that belong to none. */
  readonly tenant: Tenant
  /** What the actor reaches with the permission of this endpoint. */
  readonly reach: Reach
  /** Whether the actor also holds another permission anywhere in the chosen district (to show more, never to let in). */
  mayAlso(permission: string): boolean
  /** What the actor reaches with another permission; undefined where no role has it. */
  reachAlso(permission: string): Reach | undefined
  readonly language: Language
  /** The calendar day in the district. */
  readonly today: string
  readonly requestId: string
  readonly clientAddress: string
  /** As the browser names itself, at most 300 characters; empty when it does not. */
  readonly userAgent: string
  /** What the caller showed to be known by; null for anonymous callers. */
  readonly credential: Credential | null
  readonly services: Services
  /** Version the client saw (If-Match); 0 where the contract is not versioned. */
  readonly expectedVersion: number
  readonly cookies: Readonly<Record<string, string | undefined>>
  setCookie(name: string, value: string, options: { maxAge: number }): void
  /** Files of a multipart request, in order; each must be read before the next. */
  files(): AsyncIterable<UploadedFile>
}

export type UploadedFile = {
  readonly name: string
  readonly content: NodeJS.ReadableStream & { readonly truncated?: boolean }
}

export type QueryContext = RequestContext & { readonly db: ReadDb }
export type CommandContext = RequestContext & {
  readonly tx: Tx
  /** Names the object the journal entry of this command is about (ids only). */
  note(object: Noted): void
}

/** `public` answers anybody; `signed-in` any account; otherwise the name of a permission of the access matrix. */
export type May<P extends string> = P | 'public' | 'signed-in'

type Binding<In, Run> = {
  readonly may: May<string>
  /** Answers also while a second factor has still to be set up. */
  readonly early?: true
  /** For the owner of the account alone: not who looks as they do, nor a token made for a few permissions. */
  readonly own?: true
  /** Answers also who looks as somebody else, though it changes something. */
  readonly whileLooking?: true
  /** Reads a good part of a district: few at once, and the first to be told to come again when there are too many requests. */
  readonly heavy?: true
  /** Where the stored object belongs; found by its id, never taken from the request. Lists leave it out and use `reach`. */
  readonly over?: (context: { db: ReadDb; tenant: Tenant; services: Services }, input: In) => Promise<Scope | undefined>
  readonly run: Run
}

type QueryBinding<In, Out> = Binding<In, (context: QueryContext, input: In) => Promise<Out>>

type CommandBinding<In, Out, Prepared> = Binding<
  In,
  (context: CommandContext, input: In, prepared: Prepared) => Promise<Out>
> & {
  /**
   * What comes before the transaction: slow work that must not hold a connection (password hashing), or what must stay
   * when the command is refused (rate limits). May refuse; is not repeated with the transaction.
   */
  readonly prepare?: (context: RequestContext, input: In) => Promise<Prepared>
  /** Takes back what was prepared when the command failed, was refused, or had been answered before. */
  readonly discard?: (prepared: Prepared) => Promise<void>
  /** Request or reply holds a secret: neither is kept for repeats, an Idempotency-Key has no effect. */
  readonly secret?: true
}

export type Route = {
  readonly contract: Contract
  readonly kind: 'query' | 'command'
  readonly may: May<string>
  readonly early?: true | undefined
  readonly own?: true | undefined
  readonly whileLooking?: true | undefined
  readonly heavy?: true | undefined
  readonly over:
    | ((context: { db: ReadDb; tenant: Tenant; services: Services }, input: never) => Promise<Scope | undefined>)
    | undefined
  readonly prepare?: ((context: RequestContext, input: never) => Promise<unknown>) | undefined
  readonly discard?: ((prepared: never) => Promise<void>) | undefined
  readonly secret?: true | undefined
  readonly run: (context: never, input: never, prepared: never) => Promise<unknown>
}

/** Binds the endpoint of a question. It cannot write. */
export function query<In, Out>(contract: Contract<In, Out>, binding: QueryBinding<In, Out>): Route {
  const { may, early, own, whileLooking, heavy, over, run } = binding
  return { contract, kind: 'query', may, early, own, whileLooking, heavy, over, run }
}

/** Binds the endpoint of a change: one transaction, one journal entry. */
export function command<In, Out, Prepared = undefined>(
  contract: Contract<In, Out>,
  binding: CommandBinding<In, Out, Prepared>,
): Route {
  const { may, early, own, whileLooking, heavy, over, prepare, discard, secret, run } = binding
  return { contract, kind: 'command', may, early, own, whileLooking, heavy, over, prepare, discard, secret, run }
}

export type Input = { params: unknown; query: unknown; body: unknown }
export type Schemas = { params: ZodType | undefined; query: ZodType | undefined; body: ZodType | undefined }
