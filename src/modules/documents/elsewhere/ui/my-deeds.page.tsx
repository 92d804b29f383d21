import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { listMyDeeds, type MyDeed, removeDeed } from '../elsewhere.contract.ts'
import { DeedForm } from './deed.form.tsx'
import { DeedMark } from './deed.mark.tsx'
import { DeedSaid } from './deed.said.tsx'
import { ScanButton } from './scan.button.tsx'
import { elsewhereWords } from './words.ts'

const SIZE = 20

/** What one did elsewhere, with its documents, for a phone first. Nobody has to come here. */
export function MyDeedsPage(): ReactNode {
  const words = useWords(elsewhereWords)
  const { page = 1 } = useSearch({ from: '/my/deeds' })
  const navigate = useNavigate({ from: '/my/deeds' })
  const [isTelling, setTelling] = useState(false)
  const deeds = useQuery({
    queryKey: ['my-deeds', page],
    queryFn: () => call(listMyDeeds, { query: { page, size: SIZE } }),
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
      {isTelling ? <DeedForm onDone={() => setTelling(false)} /> : null}
      <ProblemNote error={deeds.error} onRetry={() => deeds.refetch()} />
      {deeds.isPending ? <Skeleton height={160} /> : null}
      {deeds.data?.total === 0 ? <EmptyNote title={words.mineNone}>{words.mineNoneDetail}</EmptyNote> : null}
      {deeds.data?.items.map((one) => (
        <Mine key={`${one.id} ${one.version}`} deed={one} />
      ))}
      <Pager
        page={page}
        size={SIZE}
        total={deeds.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Mine({ deed }: { readonly deed: MyDeed }): ReactNode {
  const words = useWords(elsewhereWords)
  const { toMend } = useWords(documentWords)
  const [isChanging, setChanging] = useState(false)
  const { id, version, title, state, word, isRecorded, can } = deed
  const removing = useForm({
    save: (key) => call(removeDeed, { params: { id } }, { key, version }),
    touches: [['my-deeds']],
    saved: words.removed,
    onDone: () => undefined,
  })
  if (isChanging) return <DeedForm deed={deed} onDone={() => setChanging(false)} />
  return (
    <Section title={title} actions={<DeedMark state={state} />}>
      <DeedSaid deed={deed} />
      {isRecorded ? (
        <Text size="xs" c="dimmed">
          {words.recorded}
        </Text>
      ) : null}
      {word === null ? null : (
        <Text size="sm" mt={4}>
          {toMend}: <span className="rost-own-name">{word}</span>
        </Text>
      )}
      <ProblemNote error={removing.error} />
      <Group gap="xs" mt="xs">
        {can.includes('take') ? <ScanButton id={id} title={title} /> : null}
        {can.includes('change') ? (
          <Button size="xs" variant="default" aria-label={words.changeOne(title)} onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null}
        {can.includes('remove') ? (
          <Button
            size="xs"
            variant="subtle"
            loading={removing.busy}
            aria-label={words.removeOne(title)}
            onClick={removing.submit}
          >
            {words.remove}
          </Button>
        ) : null}
      </Group>
    </Section>
  )
}
