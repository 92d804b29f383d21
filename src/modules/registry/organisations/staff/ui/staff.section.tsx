import { Loader, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayCount } from '../../../../../web/formats.ts'
import { TextLink } from '../../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { getStaff, type Staff } from '../staff.contract.ts'
import { staffWords } from './words.ts'

const TABLES = ['age', 'experience', 'category', 'education', 'subject'] as const

/** Who works here in numbers, and whom one has to ask about what is missing. */
export function StaffSection({ id }: { readonly id: number }): ReactNode {
  const words = useWords(staffWords)
  const { language } = useLanguage()
  const staff = useQuery({
    queryKey: ['organisation', String(id), 'staff'],
    queryFn: () => call(getStaff, { params: { id }, query: {} }),
  })
  if (staff.isPending) return <Loader size="sm" aria-label={words.title} />
  if (staff.isError) return <ProblemNote error={staff.error} onRetry={() => staff.refetch()} />
  const { data } = staff
  if (data.people === 0) {
    return (
      <Section title={words.title}>
        <EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>
      </Section>
    )
  }
  return (
    <>
      <Missing id={id} staff={data} />
      <Section title={words.title}>
        <Text mb="sm">
          {words.sum(
            sayCount(data.people, language),
            sayCount(data.pedagogues, language),
            sayCount(data.rates, language),
          )}
        </Text>
        <div className="rost-cards">
          {TABLES.map((name) => (
            <Parts key={name} title={words[name]} parts={data[name]} of={data.pedagogues} />
          ))}
        </div>
      </Section>
    </>
  )
}

function Missing({ id, staff }: { id: number; staff: Staff }): ReactNode {
  const words = useWords(staffWords)
  const missing = staff.missing.filter(({ people }) => people > 0)
  return (
    <Section title={words.missing}>
      {missing.length === 0 ? <Text c="dimmed">{words.nothingMissing}</Text> : null}
      <ul className="rost-plain-list">
        {missing.map(({ what, people }) => (
          <li key={what}>
            <TextLink to="/people" search={{ organisation: [id], missing: what }}>
              {words.lacking[what](people)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type PartsProps = { readonly title: string; readonly parts: Staff['age']; readonly of: number }

/** A small table with bars: the numbers say it, the bars show it. */
function Parts({ title, parts, of }: PartsProps): ReactNode {
  const words = useWords(staffWords)
  const { language } = useLanguage()
  if (parts.length === 0) return null
  return (
    <div className="rost-card">
      <Table verticalSpacing={2} horizontalSpacing="xs" withRowBorders={false}>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start', fontWeight: 600 }}>{title}</Table.Caption>
        <Table.Thead className="rost-visually-hidden">
          <Table.Tr>
            <Table.Th scope="col">{title}</Table.Th>
            <Table.Th scope="col">{words.people}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(({ key, people }) => (
            <Table.Tr key={key ?? ''}>
              <Table.Th scope="row" fw={400}>
                {key === null ? words.unknown : sayKey(key, words)}
              </Table.Th>
              <Table.Td ta="end">{sayCount(people, language)}</Table.Td>
              <Table.Td w="40%" aria-hidden>
                <div className="rost-bar">
                  <span style={{ width: `${of === 0 ? 0 : Math.min(100, (people * 100) / of)}%` }} />
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const BAND = /^(\d*)-(\d*)$/

/** `-25`, `25-35`, `65-` in words; other keys are labels already. The upper bound is the first year beyond. */
function sayKey(key: string, words: (typeof staffWords)['ru']): string {
  const [, from, to] = BAND.exec(key) ?? []
  if (from === undefined || to === undefined) return key
  if (from === '') return words.under(to)
  return to === '' ? words.from(from) : words.between(Number(from), Number(to) - 1)
}
