import { Anchor, Text } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { loadWords } from './words.ts'

type File = {
  readonly file: string
  readonly ignoredColumns: readonly string[]
  readonly warnings: readonly {
    readonly row: number
    readonly code: string
    readonly value?: string | undefined
    readonly message: string
  }[]
}

/** Where positions are classified. */
const POSITIONS = '/positions'
const ROWS_NAMED = 20

/** What the load remarks, said once of each value, however many rows it concerns. */
export function Warnings({ files }: { files: readonly File[] }): ReactNode {
  const words = useWords(loadWords)
  const router = useRouter()
  const warned = files.flatMap(({ file, warnings }) => warnings.map((warning) => ({ file, ...warning })))
  const groups = [...Map.groupBy(warned, ({ code, value }) => JSON.stringify([code, value])).entries()]
  const ignoring = files.filter(({ ignoredColumns }) => ignoredColumns.length > 0)
  if (groups.length + ignoring.length === 0) return null
  const hasPositions = Object.hasOwn(router.routesByPath, POSITIONS)
  return (
    <Section title={words.warnings}>
      <ul className="rost-plain-list">
        {groups.map(([key, rows]) => {
          const [first] = rows
          if (first === undefined) return null
          const isPosition = first.code === 'position_unclassified' && first.value !== undefined
          const said = isPosition ? words.position(first.value ?? '') : first.message
          return (
            <li key={key}>
              {isPosition && hasPositions ? <Anchor href={POSITIONS}>{said}</Anchor> : said}
              {` — ${words.rowCount(rows.length)}`}
              <Text size="sm" c="dimmed">
                {whereOf(rows, words.row.toLowerCase())}
              </Text>
            </li>
          )
        })}
        {ignoring.map(({ file, ignoredColumns }) => (
          <li key={file}>{`${file}: ${words.ignored(ignoredColumns.join(', '))}`}</li>
        ))}
      </ul>
      {warned.some(({ value }) => value !== undefined) ? (
        <Text size="sm" c="dimmed">
          {words.positionDetail}
        </Text>
      ) : null}
    </Section>
  )
}

/** `staff.xlsx, строка 12, 15, …`: the first few. */
function whereOf(rows: readonly { readonly file: string; readonly row: number }[], word: string): string {
  const named = rows.slice(0, ROWS_NAMED)
  const files = [...Map.groupBy(named, ({ file }) => file).entries()]
  const said = files.map(([file, own]) => `${file}: ${word} ${own.map(({ row }) => row).join(', ')}`).join('; ')
  return rows.length > named.length ? `${said} …` : said
}
