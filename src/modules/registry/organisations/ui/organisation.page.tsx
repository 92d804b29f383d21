import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayCount, sayDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { FurtherParts } from '../../../../web/parts.tsx'
import { HistorySection } from '../../history/ui/history.section.tsx'
import { listPeople } from '../../people/people.contract.ts'
import { peopleWords } from '../../people/ui/words.ts'
import { FeaturesSection } from '../features/ui/features.section.tsx'
import { getOrganisation, type Organisation } from '../organisations.contract.ts'
import { StaffSection } from '../staff/ui/staff.section.tsx'
import { OrganisationForm } from './organisation.form.tsx'
import { useTypes } from './use-types.ts'
import { organisationWords } from './words.ts'

const FIRST = 20

/** One organisation: what is known of it, who works there. */
export function OrganisationPage(): ReactNode {
  const { id } = useParams({ from: '/organisations/$id' })
  const words = useWords(organisationWords)
  const types = useTypes()
  const organisation = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => call(getOrganisation, { params: { id: Number(id) } }),
  })
  const maySeePeople = useMay('person.read')
  const mayChange = useMay('organisation.manage')
  const [changing, setChanging] = useState(false)
  if (organisation.isPending) return <Loader aria-label={words.title} />
  if (organisation.isError) return <ProblemNote error={organisation.error} onRetry={() => organisation.refetch()} />
  const { data } = organisation
  return (
    <Page
      title={data.name}
      about={`${types[data.type]} · ${data.code}`}
      actions={
        mayChange && !changing ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null
      }
    >
      {changing ? (
        <OrganisationForm organisation={data} onDone={() => setChanging(false)} />
      ) : (
        <Facts organisation={data} />
      )}
      <FeaturesSection id={data.id} />
      {maySeePeople ? <StaffSection id={data.id} /> : null}
      {maySeePeople ? <Staff id={data.id} /> : null}
      <FurtherParts of="organisation" id={data.id} />
      <HistorySection subject={{ kind: 'organisation', id: data.id }} />
    </Page>
  )
}

function Facts({ organisation }: { organisation: Organisation }): ReactNode {
  const words = useWords(organisationWords)
  const { language } = useLanguage()
  const { pupils, mentoringModelOn, activeUntil, kind, shifts } = organisation
  return (
    <dl className="rost-facts">
      {kind === null ? null : (
        <>
          <dt>{words.kind}</dt>
          <dd>{kind.label}</dd>
        </>
      )}
      <dt>{words.pupils}</dt>
      <dd>{pupils === null ? words.notSaid : sayCount(pupils, language)}</dd>
      {shifts === null ? null : (
        <>
          <dt>{words.shifts}</dt>
          <dd>{sayCount(shifts, language)}</dd>
        </>
      )}
      <dt>{words.mentoringModelOn}</dt>
      <dd>{mentoringModelOn === null ? words.notSaid : sayDay(mentoringModelOn, language)}</dd>
      {activeUntil === null ? null : (
        <>
          <dt>{words.activeUntil}</dt>
          <dd>{sayDay(activeUntil, language)}</dd>
        </>
      )}
    </dl>
  )
}

function Staff({ id }: { id: number }): ReactNode {
  const words = useWords(organisationWords)
  const people = useWords(peopleWords)
  const { language } = useLanguage()
  const staff = useQuery({
    queryKey: ['people', { organisation: [id], size: FIRST }],
    queryFn: () => call(listPeople, { query: { organisation: [id], size: FIRST } }),
  })
  return (
    <Section
      title={words.staff}
      actions={
        <ButtonLink to="/people" search={{ organisation: [id] }} size="xs" variant="default">
          {staff.data === undefined ? words.allStaff : `${words.allStaff}: ${sayCount(staff.data.total, language)}`}
        </ButtonLink>
      }
    >
      <ProblemNote error={staff.error} onRetry={() => staff.refetch()} />
      <DataTable
        caption={words.staff}
        columns={[
          {
            key: 'name',
            title: people.name,
            cell: (person) => (
              <TextLink to="/people/$id" params={{ id: String(person.id) }}>
                {fullName(person)}
              </TextLink>
            ),
          },
          { key: 'position', title: people.position, cell: ({ employment }) => employment?.position.name ?? '—' },
          {
            key: 'rate',
            title: people.rate,
            number: true,
            cell: ({ employment }) => (employment === null ? '—' : sayCount(employment.rate, language)),
          },
        ]}
        rows={staff.data?.items}
        keyOf={({ id: person }) => person}
      />
    </Section>
  )
}
