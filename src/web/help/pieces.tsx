import { createElement, Fragment, type ReactNode } from 'react'
import type { Piece } from './guide.ts'

/** A link of the guide to a page of it, or to a section of that page. */
export type GuideLink = (props: { page: string; section: string | null; children: ReactNode }) => ReactNode

type Props = {
  readonly pieces: readonly Piece[]
  /** The level of the page's own headings when it begins with `h2`. */
  readonly top?: 2 | 3
  readonly pictures?: boolean
  readonly link: GuideLink
}

/** What the build made of a text of the guide, as elements. */
export function Pieces({ pieces, top = 2, pictures = true, link }: Props): ReactNode {
  const draw = (piece: Piece, key: number): ReactNode => {
    if (typeof piece === 'string') return piece
    if (piece.is === 'picture') {
      if (!pictures) return null
      const { src, alt, width, height } = piece
      return <img key={key} src={src} alt={alt} {...{ width, height }} loading="lazy" className="rost-picture" />
    }
    if (piece.is === 'table') return <Table key={key} pieces={piece.holds} draw={draw} />
    const inside = piece.holds.map(draw)
    if (piece.is === 'heading') {
      return createElement(`h${piece.level - 2 + top}`, { key, id: piece.id, tabIndex: -1 }, ...inside)
    }
    if (piece.is === 'link') {
      const Link = link
      return (
        <Link key={key} page={piece.page} section={piece.section}>
          {inside}
        </Link>
      )
    }
    return createElement(piece.is, { key }, ...inside)
  }
  return <Fragment>{pieces.map(draw)}</Fragment>
}

/** On a phone, where cells stand one beneath the other, each says which column it is of. */
function Table({
  pieces,
  draw,
}: {
  pieces: readonly Piece[]
  draw: (piece: Piece, key: number) => ReactNode
}): ReactNode {
  const [headings = [], ...rows] = pieces.flatMap(insideOf).map(insideOf)
  return (
    <table>
      <thead>
        <tr>{headings.map(draw)}</tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a written text never move
          <tr key={row}>
            {cells.map((cell, column) => {
              const inside = insideOf(cell)
              return (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
                  key={column}
                  data-label={insideOf(headings[column] ?? '').join('')}
                  data-empty={inside.length === 0 || undefined}
                >
                  {inside.map(draw)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const insideOf = (piece: Piece): readonly Piece[] =>
  typeof piece === 'object' && 'holds' in piece ? piece.holds : [piece]
