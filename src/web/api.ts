import type { Contract } from '../platform/contract.ts'

/** What the server says when it refuses: what happened, and what to do next. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields: ReadonlyMap<string, string>

  constructor(
    status: number,
    body: { code?: string; title?: string; detail?: string; errors?: { path: string; message: string }[] },
  ) {
    super(body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unavailable'
    this.detail = body.detail ?? ''
    this.fields = new Map((body.errors ?? []).map((e) => [e.path, e.message]))
  }
}

type Input = { params?: unknown; query?: unknown; body?: unknown }
type InputOf<C> = C extends { readonly $call?: infer Call } ? Partial<NonNullable<Call>> : never
type OutputOf<C> = C extends { readonly $out?: infer Out } ? NonNullable<Out> : never

/** Calls an endpoint by its contract, the way the server bound it. Throws a Problem. */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: { version?: number } = {},
): Promise<OutputOf<C>> {
  const { params, query, body } = input as Input
  const response = await fetch(addressOf(contract.path, params, query), {
    method: contract.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(contract.method === 'post' && { 'idempotency-key': crypto.randomUUID() }),
      ...(options.version !== undefined && { 'if-match': `"${options.version}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})))
  return (response.status === 204 ? undefined : await response.json()) as OutputOf<C>
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
