import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export type Browser = {
  readonly cookies: Map<string, string>
  ask(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    rest?: Partial<InjectOptions>,
  ): Promise<LightMyRequestResponse>
}

/** Keeps cookies as a browser does; asks from the given address. */
export function openBrowser(app: FastifyInstance, address = '127.0.0.1'): Browser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(method, url, rest = {}) {
      const reply = await app.inject({
        method,
        url,
        remoteAddress: address,
        cookies: Object.fromEntries(cookies),
        ...rest,
      })
      for (const { name, value, maxAge } of reply.cookies) {
        if (maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      }
      return reply
    },
  }
}
