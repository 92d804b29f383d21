/** The guide and the help are one text: complete in both languages, on every page, with nothing that leads nowhere. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lexer, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { compilePage } from '../scripts/guide/compile.ts'
import { pictures } from '../scripts/guide/pictures.ts'
import { sizeOfWebp } from '../scripts/guide/webp.ts'
import { type GuidePage, isHeading, type Piece, partsOf, sectionOf } from '../src/web/help/guide.ts'
import { helpFor, PLACES_OF_HELP } from '../src/web/help/places.ts'
import { router } from '../src/web/router.tsx'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const pagesOf = (language: string): ReadonlyMap<string, GuidePage> =>
  new Map(
    globSync(`docs/guide/${language}/*.md`, { cwd: root })
      .sort()
      .map((file) => {
        const name = file.replace(/^.*\/|\.md$/g, '')
        const find = (src: string) => ({ src, bytes: readFileSync(join(root, dirname(file), src)) })
        return [name, compilePage(name, read(file), find)]
      }),
  )
const guide = { ru: pagesOf('ru'), en: pagesOf('en') } as const

const idsOf = (page: GuidePage): string[] => page.body.filter(isHeading).map(({ id }) => id)

const within = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => (typeof piece === 'object' && 'holds' in piece ? [piece, ...within(piece.holds)] : [piece]))

test('Russian and English have the same pages with the same sections', () => {
  expect([...guide.en.keys()]).toEqual([...guide.ru.keys()])
  expect(guide.ru.size).toBeGreaterThan(10)
  for (const [name, page] of guide.ru) {
    const ids = idsOf(page)
    expect(new Set(ids).size, `${name}: an id stands twice`).toBe(ids.length)
    expect(idsOf(guide.en.get(name) ?? { title: '', body: [] }), name).toEqual(ids)
  }
})

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  const pages = guide[language]

  test('each link leads to a page and a section that exist', () => {
    const dead = [...pages].flatMap(([name, { body }]) =>
      within(body).flatMap((piece) => {
        if (typeof piece === 'string' || piece.is !== 'link') return []
        const to = pages.get(piece.page)
        const isThere = to !== undefined && (piece.section === null || sectionOf(to, piece.section) !== undefined)
        return isThere ? [] : [`${name} → ${piece.page}#${piece.section}`]
      }),
    )
    expect(dead).toEqual([])
  })

  test('each page can be reached from the first', () => {
    const linked = within(pages.get('index')?.body ?? []).flatMap((piece) =>
      typeof piece === 'object' && piece.is === 'link' ? [piece.page] : [],
    )
    expect(linked.sort()).toEqual([...pages.keys()].filter((name) => name !== 'index').sort())
  })

  test('every page of the client has help: what it answers, and what can be done on it', () => {
    const paths = Object.keys(router.routesByPath)
    expect(paths.length).toBeGreaterThan(20)
    expect(Object.keys(PLACES_OF_HELP).sort()).toEqual(paths.sort())
    for (const path of [...paths, undefined]) {
      const { page, section } = partsOf(helpFor(path))
      const help = sectionOf(pages.get(page) ?? { title: '', body: [] }, section)
      const parts = help?.body.filter((piece) => typeof piece === 'object').map(({ is }) => is) ?? []
      expect(parts[0], `${path} in ${language}`).toBe('p')
      const list = help?.body.find((piece) => typeof piece === 'object' && piece.is === 'ul')
      const lines = typeof list === 'object' && 'holds' in list ? list.holds.length : 0
      expect(lines, `${path} in ${language}: lines`).toBeGreaterThanOrEqual(3)
      expect(lines, `${path} in ${language}: lines`).toBeLessThanOrEqual(6)
    }
  })
})

test('whatever the documents link to exists', () => {
  const files = globSync(['docs/**/*.md', 'README*.md', '*.md'], { cwd: root })
  expect(files.length).toBeGreaterThan(30)
  const links = (tokens: readonly Token[]): string[] =>
    tokens.flatMap((token) => [
      ...(token.type === 'link' || token.type === 'image' ? [String(token.href)] : []),
      ...('tokens' in token && token.tokens !== undefined ? links(token.tokens) : []),
      ...(token.type === 'list' ? links(token.items) : []),
      ...(token.type === 'table' ? [token.header, ...token.rows].flat().flatMap((cell) => links(cell.tokens)) : []),
    ])
  const dead = files.flatMap((file) =>
    links(lexer(read(file)))
      .filter((href) => !/^(https?:|mailto:|#)/.test(href))
      .filter((href) => !existsSync(join(root, dirname(file), decodeURIComponent(href.replace(/#.*$/, '')))))
      .map((href) => `${file} → ${href}`),
  )
  expect(dead).toEqual([])
})

test('each picture is listed, shown, not too heavy, and the same in both languages', () => {
  const listed = pictures.map(({ name }) => name).sort()
  let total = 0
  for (const language of ['ru', 'en'] as const) {
    const files = globSync(`docs/guide/pictures/${language}/*`, { cwd: root }).sort()
    expect(files.map((file) => file.replace(/^.*\/|\.webp$/g, ''))).toEqual(listed)
    const shown = [...guide[language].values()].flatMap(({ body }) =>
      within(body).flatMap((piece) => (typeof piece === 'object' && piece.is === 'picture' ? [piece.src] : [])),
    )
    expect([...new Set(shown)].sort()).toEqual(listed.map((name) => `../pictures/${language}/${name}.webp`))
    for (const file of files) {
      const { size } = statSync(join(root, file))
      expect(size, file).toBeLessThanOrEqual(150_000)
      expect(sizeOfWebp(readFileSync(join(root, file))).width, `${file} was never taken`).toBeGreaterThan(300)
      total += size
    }
  }
  expect(total).toBeLessThanOrEqual(4_000_000)
})

describe('what the guide does not use is refused', () => {
  const find = (src: string) => ({ src, bytes: new Uint8Array() })
  test.each([
    ['markup', '# A\n\nA <b>word</b>.', /«html»/],
    ['a script', '# A\n\n<script>alert(1)</script>', /«html»/],
    ['a link out', '# A\n\n[there](https://example.org)', /a link out/],
    ['a link that runs', '# A\n\n[there](javascript:alert(1))', /a link out/],
    ['a heading without an id', '# A\n\n## B', /without an id/],
    ['a deep heading', '# A\n\n#### B <a id="b"></a>', /second or third level/],
    ['a page without a title', 'A', /begins with its title/],
    ['a picture without words', '# A\n\n![](b.webp)', /without words/],
    ['no picture', '# A\n\n![b](b.webp)', /no WebP/],
  ])('%s', (_, text, message) => {
    expect(() => compilePage('a', text, find)).toThrow(message)
  })

  test('the rest comes out as words and elements', () => {
    const text = '# A\n\n## B *c* <a id="b"></a>\n\nOne\ntwo `<i>` [three](d.md#e) [here](#b).\n\n- x\n- **y**\n'
    expect(compilePage('a', text, find)).toEqual({
      title: 'A',
      body: [
        { is: 'heading', level: 2, id: 'b', holds: ['B ', { is: 'em', holds: ['c'] }] },
        {
          is: 'p',
          holds: [
            'One two ',
            { is: 'code', holds: ['<i>'] },
            ' ',
            { is: 'link', page: 'd', section: 'e', holds: ['three'] },
            ' ',
            { is: 'link', page: 'a', section: 'b', holds: ['here'] },
            '.',
          ],
        },
        {
          is: 'ul',
          holds: [
            { is: 'li', holds: ['x'] },
            { is: 'li', holds: [{ is: 'strong', holds: ['y'] }] },
          ],
        },
      ],
    })
  })
})

/** Heads of files made by cwebp: lossy, lossless, extended. */
test.each([
  ['VP8 ', [...new Array(10).fill(0), 0x80, 0x02, 0xe0, 0x01], { width: 640, height: 480 }],
  ['VP8L', [0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0, 0, 0, 0, 0, 0], { width: 640, height: 480 }],
  ['VP8X', [...new Array(8).fill(0), 0x7f, 0x02, 0, 0xdf, 0x01, 0], { width: 640, height: 480 }],
])('the size of a picture: %s', (kind, rest, size) => {
  const bytes = [...Buffer.from('RIFF\0\0\0\0WEBP'), ...Buffer.from(kind), ...rest]
  expect(sizeOfWebp(Uint8Array.from(bytes))).toEqual(size)
})
