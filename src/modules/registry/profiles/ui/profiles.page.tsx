import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listProfiles } from '../profiles.contract.ts'
import { ProfileEditor } from './profile.editor.tsx'
import { profileWords } from './words.ts'

/** How the files of each source are read: the list, and below it the one that is open. */
export function ProfilesPage(): ReactNode {
  const words = useWords(profileWords)
  const { language } = useLanguage()
  const mayRun = useMay('load.run')
  const { profile } = useSearch({ from: '/loads/profiles' })
  const profiles = useQuery({ queryKey: ['load-profiles'], queryFn: () => call(listProfiles, {}) })
  const open = profiles.data?.items.find(({ id }) => id !== null && id === profile)
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <TextLink to="/loads" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <Section
        title={words.list}
        actions={
          mayRun ? (
            <ButtonLink to="/loads/profiles" search={{ profile: 'new' }} size="xs">
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      >
        <ProblemNote error={profiles.error} onRetry={() => profiles.refetch()} />
        <DataTable
          caption={words.list}
          columns={[
            {
              key: 'name',
              title: words.name,
              cell: ({ id, name }) =>
                id === null ? (
                  <>
                    {words.usual}
                    <Text size="xs" c="dimmed">
                      {words.usualAbout}
                    </Text>
                  </>
                ) : (
                  <TextLink to="/loads/profiles" search={{ profile: id }}>
                    {name}
                  </TextLink>
                ),
            },
            {
              key: 'changed',
              title: words.changed,
              cell: ({ changedAt }) => (changedAt === null ? words.builtIn : sayMoment(changedAt, language)),
            },
          ]}
          rows={profiles.isError ? [] : profiles.data?.items}
          keyOf={({ id }) => id ?? 0}
        />
      </Section>
      {profile === 'new' && mayRun ? <ProfileEditor key="new" profile={undefined} /> : null}
      {open === undefined || !mayRun ? null : <ProfileEditor key={open.id} profile={open} />}
    </Page>
  )
}
