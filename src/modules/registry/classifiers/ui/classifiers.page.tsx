import { Button, Group } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { DictionarySection } from '../../districts/ui/dictionary.section.tsx'
import { type ClassifiersSearch, TABS } from './classifiers.search.ts'
import { PositionsSection } from './positions.section.tsx'
import { ValuesSection } from './values.section.tsx'
import { classifierWords } from './words.ts'

/** What the district calls things, and what counts as what. */
export function ClassifiersPage(): ReactNode {
  const words = useWords(classifierWords)
  const search = useSearch({ from: '/classifiers' })
  const navigate = useNavigate({ from: '/classifiers' })
  const { tab = 'positions' } = search
  const change = (part: Partial<ClassifiersSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  return (
    <Page title={words.title} about={words.about}>
      <Group component="nav" gap="xs" aria-label={words.title}>
        {TABS.map((name) => (
          <Button
            key={name}
            size="sm"
            variant={name === tab ? 'light' : 'subtle'}
            aria-current={name === tab ? 'page' : undefined}
            onClick={() => void navigate({ search: { tab: name === 'positions' ? undefined : name } })}
          >
            {words.tabs[name]}
          </Button>
        ))}
      </Group>
      {tab === 'positions' ? <PositionsSection search={search} onChange={change} /> : null}
      {tab === 'lists' ? <ValuesSection search={search} onChange={change} /> : null}
      {tab === 'dictionary' ? <DictionarySection /> : null}
    </Page>
  )
}
