import type { Plugin } from 'vite'

const STANDS_FOR_SCHEMAS = '\0schemas'

/** Answers every call and every name with itself, so that a contract builds as it does on the server, at no cost. */
const SOURCE = `
const forbidden = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync'])
export const z = new Proxy(function () {}, {
  apply: () => z,
  get(_, name) {
    if (forbidden.has(name)) throw new Error('only the server reads with schemas')
    return name === Symbol.iterator ? [][Symbol.iterator] : z
  },
})
`

/**
 * The client calls endpoints by their method and path; what a schema says of them is the compiler's while one writes and
 * the server's while it runs. Without the schemas the first page of a slow computer is there a third of a second earlier.
 */
export function leanContracts(): Plugin {
  return {
    name: 'lean-contracts',
    enforce: 'pre',
    resolveId(name, importer) {
      if (name !== 'zod') return null
      if (importer?.endsWith('contract.ts')) return STANDS_FOR_SCHEMAS
      throw new Error(`${importer}: the client has no schemas; an address is read with web/address.ts`)
    },
    load: (id) => (id === STANDS_FOR_SCHEMAS ? SOURCE : null),
  }
}
