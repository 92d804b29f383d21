import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { profileWords } from './words.ts'

type RowRun = number | readonly [first: number, last: number]

type File = {
  readonly file: string
  readonly sheet: string | null
  readonly profiled?:
    | {
        readonly profile: string
        readonly asOf: { readonly day: string; readonly from: 'given' | 'title' | 'name' | 'load' }
        readonly remarks: readonly {
          readonly code: string
          readonly column: string
          readonly message: string
          readonly count: number
          readonly rows: readonly RowRun[]
        }[]
        readonly skipped: readonly {
          readonly row: number
          readonly kind: keyof typeof profileWords.ru.skipped
        }[]
        readonly dropped: readonly string[]
        readonly questions: readonly { readonly column: string; readonly rows: number; readonly values: number }[]
      }
    | undefined
}

const ROWS_NAMED = 20

/** What a profile set right in the files of a load, what it left out, and what it would like to know. */
export function Profiled({ files }: { files: readonly File[] }): ReactNode {
  const words = useWords(profileWords)
  const { language } = useLanguage()
  const read = files.flatMap(({ profiled, ...file }) => (profiled === undefined ? [] : [{ ...file, ...profiled }]))
  if (read.length === 0) return null
  return (
    <Section
      title={words.profiled}
      actions={
        <TextLink to="/loads/profiles" size="sm">
          {words.answer}
        </TextLink>
      }
    >
      {read.map(({ file, sheet, profile, asOf, remarks, skipped, dropped, questions }) => (
        <div key={`${file} ${sheet ?? ''}`}>
          <Text fw={600} mt="sm">
            {words.sheet(file, sheet)}
          </Text>
          <Text size="sm" c="dimmed">
            {`${profile === 'usual' ? words.throughUsual : words.through(profile)} · ${words.asOf(sayDay(asOf.day, language), asOf.from)}`}
          </Text>
          <ul className="rost-plain-list">
            {questions.map(({ column, rows, values }) => (
              <li key={column}>{words.asked(column, rows, values)}</li>
            ))}
            {remarks.map(({ code, column, message, count, rows }) => (
              <li key={`${code} ${column}`}>
                {`${message} — ${words.rows(count)}`}
                <Text size="sm" c="dimmed">
                  {words.inRows(named(rows), count)}
                </Text>
              </li>
            ))}
            {[...Map.groupBy(skipped, ({ kind }) => kind)].map(([kind, rows]) => (
              <li key={kind}>{words.skippedRows(words.skipped[kind], named(rows.map(({ row }) => row)))}</li>
            ))}
            {dropped.length === 0 ? null : <li>{words.dropped(dropped.join(', '))}</li>}
          </ul>
        </div>
      ))}
    </Section>
  )
}

const named = (rows: readonly RowRun[]): string =>
  `${rows
    .slice(0, ROWS_NAMED)
    .map((run) => (typeof run === 'number' ? run : run.join('–')))
    .join(', ')}${rows.length > ROWS_NAMED ? ' …' : ''}`
