import type { Contract } from '../platform/contract.ts'

/** What the server says when it refuses: what happened, and what to do next. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  /** What is wrong at which field of what was sent. */
  readonly fields: ReadonlyMap<string, string>
  /** To be given to whoever looks into the log. */
  readonly requestId: string

  constructor(
    status: number,
    body: { code?: string; title?: string; detail?: string; errors?: { path: string; message: string }[] },
    requestId: string,
  ) {
    super(body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unavailable'
    this.detail = body.detail ?? ''
    this.requestId = requestId
    this.fields = new Map((body.errors ?? []).map((e) => [e.path, e.message]))
  }
}

type Input = { params?: unknown; query?: unknown; body?: unknown }
type InputOf<C> = C extends { readonly $call?: infer Call } ? Partial<NonNullable<Call>> : never
type OutputOf<C> = C extends { readonly $out?: infer Out } ? NonNullable<Out> : never

type Options = {
  /** Of the object as it was seen: somebody else's change in between is a conflict (412). */
  readonly version?: number
  /** One press is one command, however often it is sent. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** Asked by the page on its own: it does not keep the session alive. */
  readonly background?: true
}

/** Calls an endpoint by its contract, the way the server bound it. Throws a Problem. */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: Options = {},
): Promise<OutputOf<C>> {
  const response = await ask(contract, input, options)
  return (response.status === 204 ? undefined : await response.json()) as OutputOf<C>
}

/** Asks an endpoint that gives a file; the file has the name the server gave it. Throws a Problem. */
export async function download<C extends Contract>(contract: C, input: InputOf<C>): Promise<File> {
  const response = await ask(contract, input, {})
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
  return new File([await response.blob()], name)
}

const ASKED = 'asked'
const NOTED_EVERY_MS = 5_000
let noted = 0

/** When somebody at this browser last had the server do something, whichever tab it was, in milliseconds. */
export const lastAsked = (): number => Math.max(noted, Number(localStorage.getItem(ASKED) ?? 0))

function noteAsked(now: number): void {
  if (now - noted < NOTED_EVERY_MS) return
  noted = now
  localStorage.setItem(ASKED, String(now))
}

/** How often a command comes again that the server had no turn for; then whoever pressed is told. */
const MOST_RETURNS = 3
const LONGEST_PAUSE_S = 10

async function ask<C extends Contract>(contract: C, input: InputOf<C>, options: Options): Promise<Response> {
  if (!options.background) noteAsked(Date.now())
  const key = contract.method === 'post' ? (options.key ?? crypto.randomUUID()) : undefined
  for (let returns = 0; ; returns++) {
    const response = await send(contract, input, options, key)
    if (response.ok) return response
    const pause = key === undefined || returns === MOST_RETURNS ? undefined : pauseOf(response)
    if (pause === undefined) {
      const told = await response.json().catch(() => ({}))
      throw new Problem(response.status, told, response.headers.get('x-request-id') ?? '')
    }
    await new Promise((resolve) => setTimeout(resolve, pause * 1_000))
  }
}

/** Seconds after which to come again, where a crowd is at the door: the same key keeps it one command. */
function pauseOf(response: Response): number | undefined {
  const pause = response.status === 503 ? Number(response.headers.get('retry-after')) : 0
  return pause > 0 && pause <= LONGEST_PAUSE_S ? pause : undefined
}

function send(contract: Contract, input: unknown, options: Options, key: string | undefined): Promise<Response> {
  const { params, query, body } = input as Input
  const files = body instanceof FormData
  return fetch(addressOf(contract.path, params, query), {
    method: contract.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(chosenDistrict() !== null && { 'rost-district': chosenDistrict() ?? '' }),
      ...(body !== undefined && !files && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(options.background && { 'rost-background': '1' }),
      ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
    },
    ...(body !== undefined && { body: files ? body : JSON.stringify(body) }),
    ...(options.signal !== undefined && { signal: options.signal }),
  })
}

/** Uploads files to an endpoint that takes them. */
export async function upload<C extends Contract>(
  contract: C,
  files: readonly File[],
  input?: InputOf<C>,
): Promise<OutputOf<C>> {
  const body = new FormData()
  for (const file of files) body.append('files', file, file.name)
  return await call(contract, { ...input, body } as unknown as InputOf<C>)
}

const DISTRICT = 'district'

/** Whoever works in several districts has chosen one of them in this browser. */
export const chosenDistrict = (): string | null => localStorage.getItem(DISTRICT)

export function chooseDistrict(code: string | null): void {
  if (code === null) localStorage.removeItem(DISTRICT)
  else localStorage.setItem(DISTRICT, code)
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  }
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}
