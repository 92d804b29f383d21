import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listConsentTexts } from '../consents.contract.ts'
import { CONSENT_KINDS, KIND_WORDS } from '../kinds.contract.ts'
import { consentWords } from './words.ts'

/** What consents the district asks for. */
export function ConsentsPage(): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const texts = useQuery({ queryKey: ['consents'], queryFn: () => call(listConsentTexts, {}) })
  return (
    <Page title={words.consents} about={words.consentsAbout}>
      <ProblemNote error={texts.error} onRetry={() => texts.refetch()} />
      {texts.isPending ? <Skeleton height={160} /> : null}
      {texts.data === undefined
        ? null
        : CONSENT_KINDS.map((kind) => {
            const newest = texts.data.items.find((one) => one.kind === kind)
            const { name, about } = KIND_WORDS[language][kind]
            return (
              <Section
                key={kind}
                title={name}
                actions={
                  <ButtonLink to="/consents/$kind" params={{ kind }} variant="default" size="xs">
                    {words.read}
                  </ButtonLink>
                }
              >
                <Text size="sm" c="dimmed">
                  {about}
                </Text>
                <Text size="sm">
                  {newest === undefined
                    ? words.none
                    : `${words.version(newest.version, sayDay(newest.publishedAt.slice(0, 10), language))} · ${words.counts(newest.given, newest.withdrawn)}`}
                </Text>
              </Section>
            )
          })}
    </Page>
  )
}
