import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { listMyLearning, type MyLearning, removeLearning } from '../elsewhere.contract.ts'
import { LearningForm } from './learning.form.tsx'
import { LearningMark } from './learning.mark.tsx'
import { ScanButton } from './scan.button.tsx'
import { elsewhereWords } from './words.ts'

const SIZE = 20

/** Learning elsewhere with its documents, for a phone first. Nobody has to come here. */
export function MyLearningPage(): ReactNode {
  const words = useWords(elsewhereWords)
  const { page = 1 } = useSearch({ from: '/my/learning' })
  const navigate = useNavigate({ from: '/my/learning' })
  const [isTelling, setTelling] = useState(false)
  const learning = useQuery({
    queryKey: ['my-learning', page],
    queryFn: () => call(listMyLearning, { query: { page, size: SIZE } }),
  })
  return (
    <Page
      title={words.mine}
      about={words.mineAbout}
      actions={
        <>
          <TextLink to="/my">{words.toMine}</TextLink>
          {isTelling ? null : <Button onClick={() => setTelling(true)}>{words.tell}</Button>}
        </>
      }
    >
      {isTelling ? <LearningForm onDone={() => setTelling(false)} /> : null}
      <ProblemNote error={learning.error} onRetry={() => learning.refetch()} />
      {learning.isPending ? <Skeleton height={160} /> : null}
      {learning.data?.total === 0 ? <EmptyNote title={words.mineNone}>{words.mineNoneDetail}</EmptyNote> : null}
      {learning.data?.items.map((one) => (
        <Mine key={`${one.id} ${one.version}`} learning={one} />
      ))}
      <Pager
        page={page}
        size={SIZE}
        total={learning.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Mine({ learning }: { readonly learning: MyLearning }): ReactNode {
  const words = useWords(elsewhereWords)
  const { hours: sayHours, toMend } = useWords(documentWords)
  const { language } = useLanguage()
  const [isChanging, setChanging] = useState(false)
  const { id, version, programme, provider, hours, startsOn, endsOn, number, state, word, can } = learning
  const removing = useForm({
    save: (key) => call(removeLearning, { params: { id } }, { key, version }),
    touches: [['my-learning']],
    saved: words.removed,
    onDone: () => undefined,
  })
  if (isChanging) return <LearningForm learning={learning} onDone={() => setChanging(false)} />
  const days = [...new Set([startsOn, endsOn])].map((day) => sayShortDay(day, language)).join(' — ')
  return (
    <Section title={programme} actions={<LearningMark state={state} />}>
      <Text size="sm">
        {days}, {sayHours(sayCount(hours, language))}, № <span className="rost-own-name">{number}</span>
      </Text>
      <Text size="sm" className="rost-own-name">
        {provider}
      </Text>
      {word === null ? null : (
        <Text size="sm" mt={4}>
          {toMend}: <span className="rost-own-name">{word}</span>
        </Text>
      )}
      <ProblemNote error={removing.error} />
      <Group gap="xs" mt="xs">
        {can.includes('take') ? <ScanButton id={id} title={programme} /> : null}
        {can.includes('change') ? (
          <Button size="xs" variant="default" aria-label={words.changeOne(programme)} onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null}
        {can.includes('remove') ? (
          <Button
            size="xs"
            variant="subtle"
            loading={removing.busy}
            aria-label={words.removeOne(programme)}
            onClick={removing.submit}
          >
            {words.remove}
          </Button>
        ) : null}
      </Group>
    </Section>
  )
}
