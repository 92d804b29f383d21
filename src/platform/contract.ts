import { z } from 'zod'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

type Schema<I, O> = z.ZodType & { readonly _zod: { readonly input: I; readonly output: O } }

/** An endpoint as data: the server binds it, the client calls it, OpenAPI prints it. */
export type Contract<In = unknown, Out = unknown, Call = unknown> = {
  readonly id: string
  readonly method: Method
  /** Starts with `/api/`; parameters in braces. */
  readonly path: string
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  /** `json` unless the endpoint takes files (`multipart/form-data`). */
  readonly takes?: 'json' | 'files'
  /** The stored object carries a version: replies have an ETag, changes need If-Match (412 when it is old). */
  readonly versioned?: boolean
  readonly $in?: In
  readonly $out?: Out
  readonly $call?: Call
}

export function endpoint<
  R,
  PI = undefined,
  PO = undefined,
  QI = undefined,
  QO = undefined,
  BI = undefined,
  BO = undefined,
>(contract: {
  id: string
  method: Method
  path: string
  summary: string
  params?: Schema<PI, PO>
  query?: Schema<QI, QO>
  body?: Schema<BI, BO>
  reply: Schema<unknown, R>
  takes?: 'json' | 'files'
  versioned?: boolean
}): Contract<{ params: PO; query: QO; body: BO }, R, { params: PI; query: QI; body: BI }> {
  return contract
}

/** Reply of an endpoint that has nothing to say (204). */
export const Nothing = z.undefined()

/** Reply of an endpoint that gives a file to be saved under this name. */
export const FileReply = z.object({
  fileName: z.string().regex(/^[\w.-]+$/),
  mediaType: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

export const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
export const IdParams = z.object({ id: Id })

/** A calendar day, ISO `YYYY-MM-DD`; facts carry days, never moments. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'date_range')

export const PAGE_SIZE_MOST = 200
const PAGE_MOST = 100_000

/**
 * Query of every list: page from 1, size up to 200, `sort` as comma-separated names, a minus in front for descending.
 * Only the named sort keys are accepted.
 */
export function listQuery<const K extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sortKeys: K,
  filters: F,
) {
  const key = z.enum(sortKeys.flatMap((k) => [k, `-${k}`]) as [K[number] | `-${K[number]}`])
  return z.object({
    page: z.coerce.number().int().min(1).max(PAGE_MOST).default(1),
    size: z.coerce.number().int().min(1).max(PAGE_SIZE_MOST).default(50),
    sort: z
      .string()
      .max(200)
      .transform((text) => text.split(','))
      .pipe(z.array(key).max(3))
      .optional(),
    ...filters,
  })
}

/** Reply of every list: the page and how many there are in all. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int().min(0) })
}

/** A filter that takes one value or several (`?type=a&type=b`). */
export function manyOf<T extends z.ZodType>(item: T) {
  return z.preprocess((v) => (v === undefined || Array.isArray(v) ? v : [v]), z.array(item).max(100).optional())
}
