import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { listMyClaims, type MyClaim, removeClaim } from '../claims.contract.ts'
import { ClaimForm } from './claim.form.tsx'
import { ClaimMark } from './claim.mark.tsx'
import { claimWords } from './words.ts'
import { WorkSection } from './work.section.tsx'

const SIZE = 20

/** What one has done beyond the lessons, for a phone first. Nobody has to come here. */
export function MyClaimsPage(): ReactNode {
  const words = useWords(claimWords)
  const { page = 1 } = useSearch({ from: '/my/claims' })
  const navigate = useNavigate({ from: '/my/claims' })
  const [isClaiming, setClaiming] = useState(false)
  const claims = useQuery({
    queryKey: ['my-claims', page],
    queryFn: () => call(listMyClaims, { query: { page, size: SIZE } }),
  })
  return (
    <Page
      title={words.mine}
      about={words.mineAbout}
      actions={
        <>
          <TextLink to="/my/documents">{words.toDocuments}</TextLink>
          {isClaiming ? null : <Button onClick={() => setClaiming(true)}>{words.claim}</Button>}
        </>
      }
    >
      {isClaiming ? <ClaimForm onDone={() => setClaiming(false)} /> : null}
      <WorkSection />
      <ProblemNote error={claims.error} onRetry={() => claims.refetch()} />
      {claims.isPending ? <Skeleton height={160} /> : null}
      {claims.data?.total === 0 ? <EmptyNote title={words.mineNone}>{words.mineNoneDetail}</EmptyNote> : null}
      {claims.data?.items.map((claim) => (
        <Mine key={`${claim.id} ${claim.version}`} claim={claim} />
      ))}
      <Pager
        page={page}
        size={SIZE}
        total={claims.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Mine({ claim }: { readonly claim: MyClaim }): ReactNode {
  const words = useWords(claimWords)
  const { toMend } = useWords(documentWords)
  const { language } = useLanguage()
  const [isChanging, setChanging] = useState(false)
  const { id, version, title, doneOn, place, word, can } = claim
  const removing = useForm({
    save: (key) => call(removeClaim, { params: { id } }, { key, version }),
    touches: [['my-claims']],
    saved: words.removed,
    onDone: () => undefined,
  })
  if (isChanging) return <ClaimForm claim={claim} onDone={() => setChanging(false)} />
  return (
    <Section title={title} actions={<ClaimMark claim={claim} />}>
      <Text size="sm">
        {sayShortDay(doneOn, language)}, <span className="rost-own-name">{place}</span>
      </Text>
      {word === null ? null : (
        <Text size="sm" mt={4}>
          {toMend}: <span className="rost-own-name">{word}</span>
        </Text>
      )}
      <ProblemNote error={removing.error} />
      {can.length === 0 ? null : (
        <Group gap="xs" mt="xs">
          {can.includes('change') ? (
            <Button size="xs" variant="default" aria-label={words.changeOne(title)} onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="subtle"
            loading={removing.busy}
            aria-label={words.removeOne(title)}
            onClick={removing.submit}
          >
            {words.remove}
          </Button>
        </Group>
      )}
    </Section>
  )
}
