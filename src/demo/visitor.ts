import type { FastifyInstance, InjectOptions } from 'fastify'

/** Somebody who signed in and asks what the pages ask. */
export type Visitor = {
  get(path: string): Promise<Reply>
  /** With the version that was seen, where the card has one. */
  send(method: 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, version?: number): Promise<Reply>
  leave(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: read as the pages' contracts say; what is not there fails the demo's test
type Reply = any

/** Signs in by password; what is refused ends the demo with the answer. */
export async function visit(app: FastifyInstance, email: string, password: string): Promise<Visitor> {
  const signedIn = await app.inject({ method: 'POST', url: '/api/sign-in', payload: { email, password } })
  if (signedIn.statusCode !== 201) throw new Error(`sign-in of ${email}: ${signedIn.body}`)
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const ask = async (method: NonNullable<InjectOptions['method']>, url: string, payload?: object, version?: number) => {
    const headers = { cookie, ...(version !== undefined && { 'if-match': `"${version}"` }) }
    const reply = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    if (reply.statusCode >= 400) throw new Error(`${method} ${url}: ${reply.body}`)
    return reply.body === '' ? undefined : reply.json()
  }
  return {
    get: (path) => ask('GET', path),
    send: ask,
    leave: () => ask('POST', '/api/sign-out'),
  }
}
