import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { decodeEntities } from './xml.text.ts'

/** Names come without their namespace prefix. */
export type OpenTag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

const mostAttributes = 1000

/**
 * Opening tags of a small XML part in document order. Comments, texts and closing tags are passed over,
 * nothing is expanded, nothing is fetched. Stops quietly where the XML breaks off. Faults: `file_broken` for a tag
 * with a thousand attributes.
 */
export function* openTags(xml: string): Generator<OpenTag> {
  let at = xml.indexOf('<')
  while (at >= 0) {
    if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at)
    } else if (xml.startsWith('<![CDATA[', at)) {
      at = after(xml, ']]>', at)
    } else if (/[!?/]/.test(xml.charAt(at + 1))) {
      at = after(xml, '>', at)
    } else {
      const { tag, end } = readTag(xml, at + 1)
      yield tag
      at = end
    }
    if (at < 0) return
    at = xml.indexOf('<', at)
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? xml.length : at + mark.length
}

function readTag(xml: string, start: number): { tag: OpenTag; end: number } {
  let at = endOfName(xml, start)
  const name = xml.slice(start, at)
  const attributes = new Map<string, string>()
  while (at < xml.length && xml[at] !== '>') {
    if (!isNameCharacter(xml.charCodeAt(at))) {
      at++
      continue
    }
    const nameEnd = endOfName(xml, at)
    const value = /^\s*=\s*(["'])/.exec(xml.slice(nameEnd, nameEnd + 16))
    const key = local(xml.slice(at, nameEnd))
    at = nameEnd
    if (value?.[1] === undefined) continue
    const from = nameEnd + value[0].length
    const to = xml.indexOf(value[1], from)
    if (to < 0) return { tag: { name: local(name), attributes }, end: xml.length }
    if (attributes.size === mostAttributes) throw new SpreadsheetFault('xml_damaged')
    attributes.set(key, decodeEntities(xml.slice(from, to)))
    at = to + 1
  }
  return { tag: { name: local(name), attributes }, end: at + 1 }
}

function endOfName(xml: string, from: number): number {
  let at = from
  while (at < xml.length && isNameCharacter(xml.charCodeAt(at))) at++
  return at
}

/** No blank and none of `= / " ' < >`. */
function isNameCharacter(code: number): boolean {
  if (code <= 32) return false
  return code !== 61 && code !== 47 && code !== 34 && code !== 39 && code !== 60 && code !== 62
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
