import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay } from '../../../../../web/formats.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { TextLink } from '../../../../../web/kit/links.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Run } from '../../group/group.contract.ts'
import { type Examination, listExaminations, removeExamination } from '../examinations.contract.ts'
import { ExaminationForm } from './examination.form.tsx'
import { examinationWords } from './words.ts'

/** In what the group is examined; the results stand on a page of their own, closed. */
export function ExaminationsSection({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(examinationWords)
  const [opened, setOpened] = useState<Examination | 'new' | null>(null)
  const { id } = run.event
  const list = useQuery({
    queryKey: ['examinations', id],
    queryFn: () => call(listExaminations, { params: { id } }),
  })
  const { data } = list
  return (
    <Section
      title={words.title}
      actions={
        data?.can.includes('add') && opened === null ? (
          <Button size="xs" variant="default" onClick={() => setOpened('new')}>
            {words.add}
          </Button>
        ) : null
      }
    >
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      {opened === null ? null : (
        <ExaminationForm
          key={opened === 'new' ? 'new' : opened.id}
          run={run}
          examination={opened === 'new' ? null : opened}
          onDone={() => setOpened(null)}
        />
      )}
      {data?.total === 0 && opened === null ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : null}
      <ul className="rost-plain-list">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Line run={run} examination={one} onChange={() => setOpened(one)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type LineProps = { readonly run: Run; readonly examination: Examination; onChange(): void }

function Line({ run, examination, onChange }: LineProps): ReactNode {
  const words = useWords(examinationWords)
  const { language } = useLanguage()
  const { id, title, kind, heldOn, examiners, entered, can, version } = examination
  const removing = useForm({
    save: (key) => call(removeExamination, { params: { id } }, { key, version }),
    touches: [['examinations', run.event.id]],
    saved: words.removed,
    onDone: () => {},
  })
  const named = examiners.map(({ name, organisation }) => (organisation === '' ? name : `${name} (${organisation})`))
  return (
    <>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <TextLink
          to="/events/$id/examinations/$examination"
          params={{ id: String(run.event.id), examination: String(id) }}
          className="rost-own-name"
          underline="always"
        >
          {title}
        </TextLink>
        {`${words.kinds[kind]}, ${sayShortDay(heldOn, language)}; ${words.entered(entered, run.enrolled)}`}
        {can.includes('change') ? (
          <Button size="compact-xs" variant="subtle" aria-label={words.changeOf(title)} onClick={onChange}>
            {words.change}
          </Button>
        ) : null}
        {can.includes('remove') ? (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={removing.busy}
            aria-label={words.removeOf(title)}
            onClick={(e) => removing.submit(e)}
          >
            {words.remove}
          </Button>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed">
        {named.length === 0 ? (
          words.nobody
        ) : (
          <>
            {words.examiners}: <span className="rost-own-name">{named.join('; ')}</span>
          </>
        )}
      </Text>
    </>
  )
}
