const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves character references and the five entities of XML itself; any other entity stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    return character(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)) ?? whole
  })
}

/** Resolves `_xHHHH_`, the way workbooks write characters that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (whole, hex) => character(Number.parseInt(hex, 16)) ?? whole)
}

/** No NUL and no half of a surrogate pair: neither can be stored as text. */
function character(code: number): string | undefined {
  const isText = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isText ? String.fromCodePoint(code) : undefined
}

/** Plain text of a string item (`<si>` or `<is>`): all its `<t>`, but not the phonetic ones in `<rPh>`. */
export function textOfStringItem(xml: string): string {
  let text = ''
  let isPhonetic = false
  let isText = false
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const stop = open < 0 ? xml.length : open
    if (isText) text += decodeEntities(xml.slice(at, stop))
    if (open < 0) break
    if (xml.startsWith('<![CDATA[', open)) {
      const end = endOf(xml, ']]>', open)
      if (isText) text += xml.slice(open + 9, end - 3)
      at = end
      continue
    }
    if (xml.startsWith('<!--', open)) {
      at = endOf(xml, '-->', open)
      continue
    }
    const close = endOf(xml, '>', open)
    const isEnd = xml[open + 1] === '/'
    const isWhole = xml[close - 2] === '/'
    const name = localName(xml.slice(open + (isEnd ? 2 : 1), close - 1))
    if (name === 'rPh') isPhonetic = !isEnd && !isWhole
    if (name === 't') isText = !isEnd && !isWhole && !isPhonetic
    at = close
  }
  return decodeEscapes(text)
}

/** `x:t xml:space="preserve"` → `t` */
function localName(tag: string): string {
  const name = /^[^\s/]*/.exec(tag)?.[0] ?? ''
  return name.slice(name.indexOf(':') + 1)
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? xml.length : at + mark.length
}
