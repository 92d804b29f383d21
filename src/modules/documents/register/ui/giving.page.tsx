import { Button, Select, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PAPER_KINDS } from '../../papers/kinds.contract.ts'
import { SeriesField, useSeries } from '../../series/ui/series.field.tsx'
import { documentWords } from '../../ui/words.ts'
import { issueDocuments } from '../documents.contract.ts'
import { AboutFields, aboutOf, NOTHING_TYPED, type Typed } from './about.fields.tsx'
import { type Chosen, PeoplePicker } from './people.picker.tsx'
import { type Signing, SigningFields, useSignatories } from './signing.fields.tsx'
import { registerWords } from './words.ts'

/** To give documents: what, under which numbers, signed by whom, and to whom. */
export function GivingPage(): ReactNode {
  const words = useWords(registerWords)
  const { kinds } = useWords(documentWords)
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED)
  const [signing, setSigning] = useState<Signing>({ signatory: null, issuedOn: today() })
  const [people, setPeople] = useState<Chosen>(new Map())
  const { first } = useSignatories()
  const series = useSeries(typed.kind)
  const form = useForm({
    save: (key) =>
      call(
        issueDocuments,
        {
          body: {
            about: aboutOf(typed),
            seriesId: series.chosen?.id ?? 0,
            signatoryId: Number(signing.signatory ?? first ?? 0),
            issuedOn: signing.issuedOn,
            personIds: [...people.keys()],
          },
        },
        { key },
      ),
    touches: [['documents'], ['document-series']],
    saved: words.registered,
    onDone: ({ id }) => void navigate({ to: '/documents/batches/$id', params: { id: String(id) } }),
  })
  return (
    <Page title={words.give} about={words.giveAbout} actions={<TextLink to="/documents">{words.back}</TextLink>}>
      <form onSubmit={form.submit} noValidate aria-label={words.give}>
        <Stack gap="lg">
          <ProblemNote error={form.error} />
          <Section title={words.whatGiven}>
            <div className="rost-filters">
              <Select
                label={words.kind}
                className="rost-wide"
                allowDeselect={false}
                data={PAPER_KINDS.map((value) => ({ value, label: kinds[value] }))}
                value={typed.kind}
                onChange={(value) =>
                  setTyped({ ...typed, kind: PAPER_KINDS.find((one) => one === value) ?? typed.kind })
                }
              />
              <AboutFields form={form} typed={typed} onChange={(part) => setTyped({ ...typed, ...part })} />
              <SeriesField form={form} series={series} />
              <SigningFields form={form} signing={signing} onChange={(part) => setSigning({ ...signing, ...part })} />
            </div>
          </Section>
          <Section title={words.whom}>
            <Stack gap="sm">
              <PeoplePicker caption={words.whom} chosen={people} onChange={setPeople} />
            </Stack>
          </Section>
          <div>
            <Button type="submit" loading={form.busy} disabled={people.size === 0}>
              {words.giveTo(people.size)}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  )
}
