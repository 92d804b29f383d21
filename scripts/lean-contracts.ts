import type { ESTree, Plugin } from 'vite'

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

/** What the client calls an endpoint by. */
const CALLED_BY = new Set(['method', 'path'])

/**
 * The client calls endpoints by their method and path; what a schema says of them is the compiler's while one writes and
 * the server's while it runs, and so is what they are for. Without them the first page of a slow computer is there a third
 * of a second earlier.
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
    transform: {
      filter: { id: /contract\.ts$/ },
      handler(code) {
        return { code: leaned(code, this.parse(code, { lang: 'ts' })), map: null }
      },
    },
  }
}

type Edit = { readonly from: number; readonly to: number; readonly text: string }

/** Endpoints become what they are called by, schemas one word, and other calls ones that may be left out. */
function leaned(code: string, program: ESTree.Program): string {
  const schemas = new Set(['z'])
  const edits = program.body
    .flatMap((statement) => declaratorsOf(statement))
    .flatMap(({ id, init }): Edit[] => {
      if (init?.type === 'CallExpression' && isNamed(init.callee, 'endpoint')) return [calledBy(code, init)]
      if (init !== null && schemas.has(rootOf(init))) {
        if (id.type === 'Identifier') schemas.add(id.name)
        return [{ from: init.start, to: init.end, text: 'z' }]
      }
      return init?.type === 'CallExpression' ? [{ from: init.start, to: init.start, text: '/* @__PURE__ */ ' }] : []
    })
  return edits.reduceRight((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), code)
}

function declaratorsOf(statement: ESTree.Program['body'][number]): readonly ESTree.VariableDeclarator[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  return declared?.type === 'VariableDeclaration' ? declared.declarations : []
}

function calledBy(code: string, { start, end, arguments: [contract] }: ESTree.CallExpression): Edit {
  if (contract?.type !== 'ObjectExpression') throw new Error('an endpoint is told in an object where it stands')
  // What several endpoints of a contract share is spread into each.
  const kept = contract.properties.filter(
    (one) => one.type === 'SpreadElement' || (one.key.type === 'Identifier' && CALLED_BY.has(one.key.name)),
  )
  const isShared = kept.some(({ type }) => type === 'SpreadElement')
  if (!isShared && kept.length < CALLED_BY.size) throw new Error(`no method or path: ${code.slice(start, end)}`)
  return { from: start, to: end, text: `{ ${kept.map((one) => code.slice(one.start, one.end)).join(', ')} }` }
}

const isNamed = (node: ESTree.Node, name: string): boolean => node.type === 'Identifier' && node.name === name

/** What `z` is in `z.object({}).strict()`. */
function rootOf(node: ESTree.Node): string {
  if (node.type === 'CallExpression') return rootOf(node.callee)
  if (node.type === 'MemberExpression') return rootOf(node.object)
  return node.type === 'Identifier' ? node.name : ''
}
