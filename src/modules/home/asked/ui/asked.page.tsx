import { Button, Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Asked, type AskedOfPeople, changeAskedMinutes, getAsked } from '../asked.contract.ts'
import { askedWords } from './words.ts'

/** How much time of teachers was asked for, month by month. */
export function AskedPage(): ReactNode {
  const words = useWords(askedWords)
  const { language } = useLanguage()
  const asked = useQuery({ queryKey: ['asked', language], queryFn: () => call(getAsked, {}) })
  const { data } = asked
  return (
    <Page title={words.title} about={words.about}>
      <ProblemNote error={asked.error} onRetry={() => asked.refetch()} />
      {asked.isPending ? <Skeleton height={300} /> : null}
      {data === undefined ? null : data.total.times === 0 ? (
        <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
      ) : (
        <Told asked={data} />
      )}
      {data?.can.includes('change') ? <Settings key={data.version} asked={data} /> : null}
    </Page>
  )
}

type Props = { readonly asked: AskedOfPeople }
type Line = Asked & { readonly month: string; readonly kind: string | null }

function Told({ asked: { total, from, months, kinds } }: Props): ReactNode {
  const words = useWords(askedWords)
  const { language } = useLanguage()
  const labels = new Map(kinds.map(({ kind, label }) => [kind, label]))
  const lines = months.flatMap(({ month, kinds: own, ...all }): Line[] => [
    ...own.map((one) => ({ month, ...one })),
    ...(own.length > 1 ? [{ month, kind: null, ...all }] : []),
  ])
  const count = (value: number): string => sayCount(value, language)
  return (
    <>
      <Text>
        {words.year(words.ofMinutes(total.minutes), total.people, sayShortDay(from, language))}{' '}
        {words.each(words.minutes(Math.round(total.minutes / total.people)))}
      </Text>
      <Section title={words.table}>
        <DataTable
          caption={words.table}
          columns={[
            { key: 'month', title: words.month, cell: ({ month }) => sayMonth(month, language) },
            {
              key: 'kind',
              title: words.kind,
              cell: ({ kind }) => (kind === null ? <strong>{words.all}</strong> : labels.get(kind)),
            },
            { key: 'people', title: words.people, number: true, cell: ({ people }) => count(people) },
            { key: 'times', title: words.times, number: true, cell: ({ times }) => count(times) },
            { key: 'answered', title: words.answered, number: true, cell: ({ answered }) => count(answered) },
            { key: 'minutes', title: words.meant, number: true, cell: ({ minutes }) => count(minutes) },
          ]}
          rows={lines}
          keyOf={({ month, kind }) => `${month} ${kind}`}
        />
      </Section>
    </>
  )
}

/** `11.2026` */
const sayMonth = (month: string, language: Parameters<typeof sayCount>[1]): string =>
  sayShortDay(`${month}-01`, language).slice('01.'.length)

function Settings({ asked: { kinds, version } }: Props): ReactNode {
  const words = useWords(askedWords)
  const [typed, setTyped] = useState<ReadonlyMap<string, number>>(
    () => new Map(kinds.map(({ kind, minutes }) => [kind, minutes])),
  )
  const form = useForm({
    save: () =>
      call(
        changeAskedMinutes,
        { body: { minutes: [...typed].map(([kind, minutes]) => ({ kind, minutes })) } },
        { version },
      ),
    touches: [['asked'], ['my-asked']],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <Section title={words.settings}>
      <form className="rost-card" aria-label={words.settings} onSubmit={form.submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {words.settingsAbout}
          </Text>
          <ProblemNote error={form.error} />
          <div className="rost-filters">
            {kinds.map(({ kind, label }, place) => (
              <NumberInput
                key={kind}
                label={label}
                min={0}
                max={240}
                allowDecimal={false}
                error={form.fault(`minutes.${place}.minutes`)}
                value={typed.get(kind) ?? 0}
                onChange={(value) => setTyped(new Map([...typed, [kind, Number(value)]]))}
              />
            ))}
          </div>
          <Group>
            <Button type="submit" loading={form.busy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
