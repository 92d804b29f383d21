import { Alert, Button, Group, Loader, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { sayCount, sayDay, sayShare } from '../../../../web/numbers.ts'
import type { Language } from '../../../../web/words.ts'
import { listIndicators } from '../values.contract.ts'
import { MembersDrawer } from './members.drawer.tsx'

type Row = Awaited<ReturnType<typeof read>>['indicators'][number]

const read = (date: string | undefined) => call(listIndicators, { query: date === undefined ? {} : { date } })

/** All indicators as of a day; each figure answers "who is that?". */
export function IndicatorsPage(): ReactNode {
  const { words, language } = useLanguage()
  const [date, setDate] = useState<string>()
  const [asked, setAsked] = useState<Row>()
  const figures = useQuery({ queryKey: ['indicators', date, language], queryFn: () => read(date) })
  if (figures.isPending) return <Loader aria-label={words.loading} />
  if (figures.isError)
    return (
      <Alert color="red" role="alert" title={figures.error.message}>
        {figures.error instanceof Problem ? figures.error.detail : ''}
      </Alert>
    )
  const { indicators } = figures.data
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={2}>
          {words.indicatorsTitle} {words.onDay} {sayDay(figures.data.date, language)}
        </Title>
        <TextInput
          type="date"
          label={words.onDay}
          value={figures.data.date}
          onChange={(e) => setDate(e.currentTarget.value || undefined)}
        />
      </Group>
      {indicators.every((i) => i.value === null || i.denominator === 0) ? <Alert>{words.empty}</Alert> : null}
      <section className="scrolls" aria-label={words.indicatorsTitle}>
        <Table striped>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.code}</Table.Th>
              <Table.Th scope="col">{words.indicator}</Table.Th>
              <Table.Th scope="col" className="number">
                {words.value}
              </Table.Th>
              <Table.Th scope="col" className="number">
                {words.counts}
              </Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {indicators.map((row) => (
              <Table.Tr key={row.code}>
                <Table.Td>{row.code}</Table.Td>
                <Table.Td>{row.title}</Table.Td>
                <Table.Td className="number">{sayValue(row, language, words.noData)}</Table.Td>
                <Table.Td className="number">{sayCounts(row, language)}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => setAsked(row)}
                    aria-label={`${row.code}: ${words.who}`}
                  >
                    {words.who}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {asked ? (
        <MembersDrawer
          code={asked.code}
          title={asked.title}
          date={figures.data.date}
          onClose={() => setAsked(undefined)}
        />
      ) : (
        <Text hidden />
      )}
    </Stack>
  )
}

type Point = { numerator?: number | undefined; denominator?: number | undefined; value?: number | null | undefined }

const lastOf = (row: Row): Point => row.series?.at(-1) ?? row

function sayValue(row: Row, language: Language, noData: string): string {
  const { numerator, denominator, value } = lastOf(row)
  if (denominator !== undefined && numerator !== undefined)
    return denominator === 0 ? noData : sayShare(numerator, denominator, language)
  return value === null || value === undefined ? noData : sayCount(value, language)
}

function sayCounts(row: Row, language: Language): string {
  const { numerator, denominator } = lastOf(row)
  if (numerator === undefined || denominator === undefined) return ''
  return `${sayCount(numerator, language)} / ${sayCount(denominator, language)}`
}
