import type { ZodType } from 'zod'
import type { Actor, Reach, Scope } from '../access/access.ts'
import type { Contract } from '../contract.ts'
import type { ReadDb, Tenant, Tx } from '../db/db.ts'
import type { Language } from '../messages.ts'
import type { Services } from '../services.ts'

/** What every handler knows of the request. */
export type RequestContext = {
  readonly actor: Actor
  /** The chosen district; `null` for endpoints that belong to none. */
  readonly tenant: Tenant
  /** What the actor reaches with the permission of this endpoint. */
  readonly reach: Reach
  readonly language: Language
  /** The calendar day in the district. */
  readonly today: string
  readonly requestId: string
  readonly clientAddress: string
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
  note(object: { kind: string; id: number; details?: Readonly<Record<string, unknown>> }): void
}

/** `public` answers anybody; `signed-in` any account; otherwise the name of a permission of the access matrix. */
export type May<P extends string> = P | 'public' | 'signed-in'

type Binding<In, Out, Context> = {
  readonly may: May<string>
  /** Where the stored object belongs; found by its id, never taken from the request. Lists leave it out and use `reach`. */
  readonly over?: (context: { db: ReadDb; tenant: Tenant; services: Services }, input: In) => Promise<Scope | undefined>
  readonly run: (context: Context, input: In) => Promise<Out>
}

export type Route = {
  readonly contract: Contract
  readonly kind: 'query' | 'command'
  readonly may: May<string>
  readonly over:
    | ((context: { db: ReadDb; tenant: Tenant; services: Services }, input: never) => Promise<Scope | undefined>)
    | undefined
  readonly run: (context: never, input: never) => Promise<unknown>
}

/** Binds the endpoint of a question. It cannot write. */
export function query<In, Out>(contract: Contract<In, Out>, binding: Binding<In, Out, QueryContext>): Route {
  return { contract, kind: 'query', may: binding.may, over: binding.over, run: binding.run }
}

/** Binds the endpoint of a change: one transaction, one journal entry. */
export function command<In, Out>(contract: Contract<In, Out>, binding: Binding<In, Out, CommandContext>): Route {
  return { contract, kind: 'command', may: binding.may, over: binding.over, run: binding.run }
}

export type Input = { params: unknown; query: unknown; body: unknown }
export type Schemas = { params: ZodType | undefined; query: ZodType | undefined; body: ZodType | undefined }
