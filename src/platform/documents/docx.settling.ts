import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The beginning of zip's calendar: every part says it was written then. */
const WRITTEN_AT = new Date(1980, 0, 1)

/**
 * The same document with what the writer draws by lot or reads from the clock settled: ids of relations and drawings by
 * their order, the dates of the document by the day it speaks of, the times in the archive and in the workbooks in it.
 */
export function settleDocx(bytes: Uint8Array, day: string): Buffer {
  const ids = new Map<string, string>()
  return Buffer.from(
    rewrite(bytes, (name, content) => {
      if (name.endsWith('.xlsx')) return rewrite(content, (_, part) => part)
      return /\.(xml|rels)$/.test(name) ? strToU8(settlePart(name, strFromU8(content), ids, day)) : content
    }),
  )
}

function rewrite(archive: Uint8Array, change: (name: string, content: Uint8Array) => Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'))
  const ordered = parts.sort(([one], [other]) => contentTypesFirst(one, other))
  return zipSync(Object.fromEntries(ordered.map(([name, content]) => [name, change(name, content)])), {
    mtime: WRITTEN_AT,
  })
}

/** Readers look for the content types first. */
function contentTypesFirst(one: string, other: string): number {
  const [first, second] = [one.startsWith('['), other.startsWith('[')]
  return first === second ? (one < other ? -1 : 1) : first ? -1 : 1
}

/** An id drawn by lot: twenty characters and more, where those in order have a number. */
const DRAWN_ID = /((?:\bId|\br:id)=")(rId[\w-]{18,})"/g

function settlePart(name: string, xml: string, ids: Map<string, string>, day: string): string {
  if (name === 'docProps/core.xml') return xml.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
  let drawing = 0
  return xml
    .replace(DRAWN_ID, (_, attribute: string, id: string) => {
      const known = ids.get(id) ?? `rIdS${ids.size + 1}`
      ids.set(id, known)
      return `${attribute}${known}"`
    })
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawing}"`)
}
