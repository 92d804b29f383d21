import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import type { GuidePage, Piece, Plain } from '../../src/web/help/guide.ts'
import { sizeOfWebp } from './webp.ts'

/** Pictures are taken with this many pixels to a CSS pixel (make-pictures.ts). */
export const DENSITY = 1.5

/** Finds a picture by its address in the text: where it will be served, and the file itself. */
export type FindPicture = (href: string) => { src: string; bytes: Uint8Array }

/**
 * A page of the guide from its Markdown. What the guide does not use is refused, not guessed: other markup, links out of
 * the guide, a heading without `<a id="…"></a>` at its end. Throws an error that names the page and the words at fault.
 */
export function compilePage(name: string, text: string, findPicture: FindPicture): GuidePage {
  const fail = (what: string, raw: string): never => {
    throw new Error(`guide, page ${name}: ${what}: ${raw.trim().slice(0, 80)}`)
  }

  const many = (tokens: readonly Token[] = []): Piece[] => join(tokens.flatMap(one))

  const one = (token: Token): Piece[] => {
    if (!isKnown(token)) return fail(`the guide has no «${token.type}»`, token.raw)
    switch (token.type) {
      case 'space':
        return []
      case 'text':
        return token.tokens === undefined ? [token.text] : many(token.tokens)
      case 'escape':
        return [token.text]
      case 'codespan':
        return [element('code', [token.text])]
      case 'code':
        return [element('pre', [token.text])]
      case 'strong':
      case 'em':
        return [element(token.type, many(token.tokens))]
      case 'paragraph':
        return isPicture(token.tokens) ? many(token.tokens) : [element('p', many(token.tokens))]
      case 'list':
        return [element(token.ordered ? 'ol' : 'ul', token.items.map(item))]
      case 'table':
        return [table(token)]
      case 'heading':
        return [heading(token)]
      case 'image':
        return [picture(token)]
      case 'link':
        return [link(token)]
      default:
        return fail(`the guide has no «${token.type}»`, token.raw)
    }
  }

  const item = ({ tokens }: Tokens.ListItem): Piece => element('li', many(tokens))

  const table = ({ header, rows }: Tokens.Table): Piece => {
    const row = (cells: readonly Tokens.TableCell[], as: 'th' | 'td'): Piece =>
      element(
        'tr',
        cells.map(({ tokens }) => element(as, many(tokens))),
      )
    return element('table', [
      element('thead', [row(header, 'th')]),
      element(
        'tbody',
        rows.map((cells) => row(cells, 'td')),
      ),
    ])
  }

  const heading = ({ depth, tokens, raw }: Tokens.Heading): Piece => {
    const id = /<a id="([a-z][a-z0-9-]*)"><\/a>\s*$/.exec(raw)?.[1] ?? fail('a heading without an id', raw)
    const level = depth === 2 || depth === 3 ? depth : fail('headings are of the second or third level', raw)
    return { is: 'heading', level, id, holds: trimEnd(many(tokens.filter(({ type }) => type !== 'html'))) }
  }

  const picture = ({ href, text: alt, raw }: Tokens.Image): Piece => {
    if (alt.trim() === '') fail('a picture without words', raw)
    const { src, bytes } = findPicture(href)
    const { width, height } = sizeOfWebp(bytes)
    return { is: 'picture', src, alt, width: width / DENSITY, height: height / DENSITY }
  }

  const link = ({ href, tokens, raw }: Tokens.Link): Piece => {
    const [, page = '', section = null] = /^(?:([\w-]+)\.md)?(?:#([\w-]+))?$/.exec(href) ?? fail('a link out', raw)
    return { is: 'link', page: page || name, section, holds: many(tokens) }
  }

  const [title, ...body] = lexer(text)
  if (title?.type !== 'heading' || !isKnown(title) || title.type !== 'heading' || title.depth !== 1)
    return fail('a page begins with its title', text)
  return { title: title.text, body: many(body) }
}

const KNOWN: readonly string[] = [
  ...['space', 'text', 'escape', 'codespan', 'code', 'strong', 'em', 'paragraph', 'list', 'table', 'heading'],
  ...['image', 'link', 'html', 'blockquote', 'hr', 'br', 'del', 'def', 'list_item', 'checkbox'],
]
const isKnown = (token: Token): token is MarkedToken => KNOWN.includes(token.type)

const element = (is: Plain, holds: readonly Piece[]): Piece => ({ is, holds })

const isPicture = (tokens: readonly Token[]): boolean => tokens.length === 1 && tokens[0]?.type === 'image'

/** Words beside words are one text; ends of lines in the source are spaces. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined.splice(-1, 1, last + piece.replace(/\n/g, ' '))
    else joined.push(typeof piece === 'string' ? piece.replace(/\n/g, ' ') : piece)
  }
  return joined
}

const trimEnd = (pieces: readonly Piece[]): Piece[] =>
  pieces
    .map((piece, i) => (i === pieces.length - 1 && typeof piece === 'string' ? piece.trimEnd() : piece))
    .filter((piece) => piece !== '')
