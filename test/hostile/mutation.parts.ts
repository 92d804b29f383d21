/** Workbooks whose archive is whole and whose parts are not what they should be. */
import fc from 'fast-check'
import { strFromU8, strToU8 } from 'fflate'
import { byteChange, type Change, place, placeIn } from './mutation.bytes.ts'

export type Parts = Readonly<Record<string, Uint8Array>>

const VALUES = [
  '',
  '-1',
  '0',
  '1',
  '1048577',
  'XFD1048577',
  'A0',
  'ZZZZ1',
  '99999999999999999999',
  '1e308',
  '1e999',
  'NaN',
]
const TEXTS = VALUES.concat([
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&bogus;',
  '&',
  ']]>',
  '<![CDATA[x]]>',
  '<!-- x -->',
  '<?x?>',
])
  .concat([
    '<x/>',
    '</v>',
    '\u0000',
    '\ufffe',
    '#REF!',
    'true',
    '2958466',
    '-657435',
    '45545.99999',
    '0x10',
    '1,5',
    ' ',
  ])
  .concat(['я'.repeat(40_000), '\t\n', '_x000D_', 'xml:space', '\u202e', '<r><t>а</t></r><r><t>б</t></r>'])

type TextChange = Change<string>

/** The nth match of a pattern, wherever it stands, replaced. */
function nth(pattern: RegExp, at: number, by: (found: string) => string): (text: string) => string {
  return (text) => {
    const all = [...text.matchAll(pattern)]
    const found = all[placeIn(at, all.length)]
    if (found === undefined) return text
    const end = found.index + found[0].length
    return `${text.slice(0, found.index)}${by(found[0])}${text.slice(end)}`
  }
}

const TAG = /<[^<>]*>/g
const ATTRIBUTE = /[\w:]+="[^"]*"/g
const CONTENT = /(?<=>)[^<>]+(?=<)/g

const onText = (pattern: RegExp, what: string, by: (found: string) => string) =>
  place.map((at): TextChange => ({ what: `${what} at ${at.toFixed(4)}`, apply: nth(pattern, at, by) }))

const valued = fc.record({ at: place, value: fc.constantFrom(...VALUES) }).map(
  ({ at, value }): TextChange => ({
    what: `attribute at ${at.toFixed(4)} is ${value}`,
    apply: nth(ATTRIBUTE, at, (found) => `${found.slice(0, found.indexOf('='))}="${value}"`),
  }),
)

const said = fc.record({ at: place, text: fc.constantFrom(...TEXTS) }).map(
  ({ at, text }): TextChange => ({
    what: `text at ${at.toFixed(4)} is ${text.slice(0, 12)}`,
    apply: nth(CONTENT, at, () => text),
  }),
)

const textChange = fc.oneof(
  onText(TAG, 'no tag', () => ''),
  onText(TAG, 'tag twice', (found) => found + found),
  onText(TAG, 'tag closed', (found) => found.replace(/\/?>$/, '/>')),
  onText(/<(row|c|si|sheet) .*?<\/\1>/gs, 'element twice', (found) => found + found),
  onText(/<(row|c|si) .*?<\/\1>/gs, 'no element', () => ''),
  onText(ATTRIBUTE, 'no attribute', () => ''),
  ...[valued, said, valued, said],
)

/** Of a workbook the sheets are most; the small parts must get their share. */
const within = fc.record({ part: place, change: textChange }).map(
  ({ part, change }): Change<Parts> => ({
    what: `part ${part.toFixed(2)}: ${change.what}`,
    apply: (parts) => onPart(parts, part, (content) => strToU8(change.apply(strFromU8(content)))),
  }),
)

const broken = fc.record({ part: place, change: byteChange }).map(
  ({ part, change }): Change<Parts> => ({
    what: `part ${part.toFixed(2)}: ${change.what}`,
    apply: (parts) => onPart(parts, part, change.apply),
  }),
)

const moved = fc.record({ part: place, other: place, how: fc.constantFrom('drop', 'empty', 'swap', 'rename') }).map(
  ({ part, other, how }): Change<Parts> => ({
    what: `${how} ${part.toFixed(2)} ${other.toFixed(2)}`,
    apply(parts) {
      const names = Object.keys(parts)
      const one = names[placeIn(part, names.length)] ?? ''
      const two = names[placeIn(other, names.length)] ?? ''
      const { [one]: content = new Uint8Array(), ...rest } = parts
      if (how === 'drop') return rest
      if (how === 'empty') return { ...parts, [one]: new Uint8Array() }
      if (how === 'rename') return { ...rest, [`${one}.bak`]: content }
      return { ...parts, [one]: parts[two] ?? content, [two]: content }
    },
  }),
)

function onPart(parts: Parts, share: number, change: (content: Uint8Array) => Uint8Array): Parts {
  const names = Object.keys(parts)
  const name = names[placeIn(share, names.length)] ?? ''
  return { ...parts, [name]: change(parts[name] ?? new Uint8Array()) }
}

export const partChange = fc.oneof(
  { weight: 6, arbitrary: within },
  { weight: 2, arbitrary: broken },
  { weight: 1, arbitrary: moved },
)
