import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { CompareSection } from './compare.section.tsx'
import { MergedSection } from './merged.section.tsx'
import { PairCard } from './pair.card.tsx'
import { SplitsSection } from './splits.section.tsx'
import { SIZE, useDoubles } from './use-doubles.ts'
import { doubleWords } from './words.ts'

/** Cards that may be of one person, side by side: somebody who knows the people says which are. */
export function DoublesPage(): ReactNode {
  const words = useWords(doubleWords)
  const { page = 1, first, second } = useSearch({ from: '/people/doubles' })
  const navigate = useNavigate({ from: '/people/doubles' })
  const { data, error, refetch } = useDoubles(page)
  return (
    <Page
      title={words.title}
      about={data === undefined || data.total === 0 ? '\u00a0' : words.about(data.total)}
      actions={
        <ButtonLink to="/people" variant="default">
          {words.people}
        </ButtonLink>
      }
    >
      {first === undefined ? null : <CompareSection first={first} second={second} />}
      <ProblemNote error={error} onRetry={() => refetch()} />
      {data?.total === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      {data?.items.map((pair) => (
        <PairCard key={`${pair.first.id} ${pair.second.id}`} pair={pair} />
      ))}
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(next) => navigate({ search: (before) => ({ ...before, page: next }) })}
      />
      <MergedSection />
      <SplitsSection />
    </Page>
  )
}
