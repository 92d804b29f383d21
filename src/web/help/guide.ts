/** What of the guide holds nothing but other pieces, by the name of its element. */
export type Plain =
  | 'p'
  | 'strong'
  | 'em'
  | 'code'
  | 'pre'
  | 'ul'
  | 'ol'
  | 'li'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'

export type Heading = {
  readonly is: 'heading'
  readonly level: 2 | 3
  readonly id: string
  readonly holds: readonly Piece[]
}

/** A piece of the guide as the build leaves it: words, or what they stand in. Nothing of it is markup any more. */
export type Piece =
  | string
  | { readonly is: Plain; readonly holds: readonly Piece[] }
  | Heading
  | { readonly is: 'link'; readonly page: string; readonly section: string | null; readonly holds: readonly Piece[] }
  /** `width` and `height` are those it is shown in, in CSS pixels. */
  | {
      readonly is: 'picture'
      readonly src: string
      readonly alt: string
      readonly width: number
      readonly height: number
    }

export type GuidePage = { readonly title: string; readonly body: readonly Piece[] }

/** A section of the guide: `people#person` is the section `person` of the page `people`. */
export type Place = `${string}#${string}`

export function partsOf(place: Place): { page: string; section: string } {
  const [page = '', section = ''] = place.split('#')
  return { page, section }
}

export const isHeading = (piece: Piece): piece is Heading => typeof piece === 'object' && piece.is === 'heading'

/** The heading with this id and what stands under it, down to the next of its level or above; nothing when there is none. */
export function sectionOf(page: GuidePage, id: string): { heading: Heading; body: readonly Piece[] } | undefined {
  const at = page.body.findIndex((piece) => isHeading(piece) && piece.id === id)
  const heading = page.body[at]
  if (heading === undefined || !isHeading(heading)) return undefined
  const rest = page.body.slice(at + 1)
  const end = rest.findIndex((piece) => isHeading(piece) && piece.level <= heading.level)
  return { heading, body: end === -1 ? rest : rest.slice(0, end) }
}
