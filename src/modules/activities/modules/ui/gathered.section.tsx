import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { PaperKind } from '../../../documents/papers/kinds.contract.ts'
import {
  DiplomaFields,
  documentWords,
  SeriesField,
  SigningFields,
  useSeries,
  useSignatories,
} from '../../../documents/ui/index.ts'
import type { Programme } from '../../programmes/programmes.contract.ts'
import { type Gathered, giveForModules, listGathered } from '../gathered.contract.ts'
import { gatheredWords } from './words.ts'

const MOST = 200

/** Who may be given the document of a programme for modules taken one by one; nothing where there is nobody. */
export function GatheredSection({ programme: { id, state } }: { readonly programme: Programme }): ReactNode {
  const words = useWords(gatheredWords)
  const mayGive = useMay('document.manage')
  const isAsked = mayGive && (state === 'registered' || state === 'retired')
  const gathered = useQuery({
    queryKey: ['gathered', id],
    queryFn: () => call(listGathered, { params: { id }, query: { size: MOST } }),
    enabled: isAsked,
  })
  if (!isAsked || gathered.data?.total === 0) return null
  return (
    <Section title={words.title}>
      <ProblemNote error={gathered.error} onRetry={() => gathered.refetch()} />
      {gathered.data === undefined ? null : <Giving key={gathered.data.total} programme={id} {...gathered.data} />}
    </Section>
  )
}

type Props = {
  readonly programme: number
  readonly items: readonly Gathered[]
  readonly total: number
  readonly paper: PaperKind
}

function Giving({ programme, items, total, paper }: Props): ReactNode {
  const words = useWords(gatheredWords)
  const { kinds } = useWords(documentWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [without, setWithout] = useState<readonly number[]>([])
  const [signing, setSigning] = useState({
    ...{ signatory: null as string | null, issuedOn: today(), gives: 'qualification' as const, given: '' },
  })
  const series = useSeries(paper)
  const { first } = useSignatories()
  const personIds = items.map(({ person }) => person.id).filter((id) => !without.includes(id))
  const form = useForm({
    save: (key) => {
      const { signatory, issuedOn, gives, given } = signing
      const documents = {
        ...{ seriesId: series.chosen?.id ?? 0, signatoryId: Number(signatory ?? first ?? 0), issuedOn, gives },
        given: given.trim() === '' ? null : given,
      }
      return call(giveForModules, { params: { id: programme }, body: { personIds, documents } }, { key })
    },
    touches: [['gathered', programme], ['documents'], ['document-series'], ['tasks'], ['life']],
    saved: words.given,
    onDone: ({ batch }) => {
      if (batch !== null) void navigate({ to: '/documents/batches/$id', params: { id: String(batch) } })
    },
  })
  // What the contract refuses stands below `documents`; what the register refuses has its own name.
  const fault = (path: string): string | undefined => form.fault(path) ?? form.fault(`documents.${path}`)
  const onChange = (part: object): void => setSigning({ ...signing, ...part })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.title}>
      <Stack gap="sm">
        <Text size="sm">
          {words.about} {words.paper(kinds[paper].toLowerCase())}
        </Text>
        <DataTable
          caption={words.title}
          columns={[
            {
              key: 'who',
              title: words.who,
              cell: ({ person }) => (
                <TextLink to="/people/$id" params={{ id: String(person.id) }}>
                  {person.name}
                </TextLink>
              ),
            },
            { key: 'modules', title: words.modules, number: true, cell: ({ modules }) => modules },
            { key: 'from', title: words.from, cell: ({ startsOn }) => sayShortDay(startsOn, language) },
            { key: 'until', title: words.until, cell: ({ endsOn }) => sayShortDay(endsOn, language) },
            {
              key: 'chosen',
              title: '',
              cell: ({ person }) => (
                <Checkbox
                  aria-label={words.choose(person.name)}
                  checked={!without.includes(person.id)}
                  onChange={(e) =>
                    setWithout(
                      e.currentTarget.checked ? without.filter((id) => id !== person.id) : [...without, person.id],
                    )
                  }
                />
              ),
            },
          ]}
          rows={items}
          keyOf={({ person }) => person.id}
          empty={null}
        />
        {total > items.length ? <Text size="sm">{words.more(items.length, total)}</Text> : null}
        <div className="rost-filters">
          <SeriesField form={{ ...form, fault }} series={series} />
          <SigningFields form={{ ...form, fault }} signing={signing} onChange={onChange} />
          {paper === 'retraining' ? (
            <DiplomaFields diploma={signing} fault={fault('given')} onChange={onChange} />
          ) : null}
        </div>
        <ProblemNote error={form.error} />
        <div>
          <Button type="submit" loading={form.busy} disabled={personIds.length === 0}>
            {words.give(personIds.length)}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
