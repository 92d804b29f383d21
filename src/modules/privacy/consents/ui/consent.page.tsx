import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listConsentTexts } from '../consents.contract.ts'
import { CONSENT_KINDS, KIND_WORDS } from '../kinds.contract.ts'
import { GivenSection } from './given.section.tsx'
import { TextForm } from './text.form.tsx'
import { consentWords } from './words.ts'

/** One kind of consent: its text, the versions before, who gave which. */
export function ConsentPage(): ReactNode {
  const words = useWords(consentWords)
  const { language } = useLanguage()
  const { kind: asked } = useParams({ from: '/consents/$kind' })
  const kind = CONSENT_KINDS.find((one) => one === asked)
  const [writing, setWriting] = useState(false)
  const texts = useQuery({ queryKey: ['consents'], queryFn: () => call(listConsentTexts, {}) })
  if (kind === undefined) return <EmptyNote title={words.none} />
  const versions = texts.data?.items.filter((one) => one.kind === kind) ?? []
  const [newest] = versions
  const mayPublish = texts.data?.can.includes('publish') ?? false
  const { name, about } = KIND_WORDS[language][kind]
  const dayOf = (moment: string): string => sayDay(moment.slice(0, 10), language)
  return (
    <Page
      title={name}
      about={about}
      actions={
        <>
          {mayPublish && !writing ? (
            <Button onClick={() => setWriting(true)}>{newest === undefined ? words.publish : words.publishNew}</Button>
          ) : null}
          {newest === undefined ? null : (
            <Button variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          )}
          <ButtonLink to="/consents" variant="subtle">
            {words.back}
          </ButtonLink>
        </>
      }
    >
      <ProblemNote error={texts.error} onRetry={() => texts.refetch()} />
      {texts.isPending ? <Skeleton height={320} /> : null}
      {writing ? <TextForm kind={kind} newest={newest} onDone={() => setWriting(false)} /> : null}
      {newest === undefined && texts.data !== undefined && !writing ? (
        <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
      ) : null}
      {newest === undefined || writing ? null : (
        <Section title={newest.title}>
          <Text component="div" maw="44rem" style={{ whiteSpace: 'pre-wrap' }}>
            {newest.body}
          </Text>
        </Section>
      )}
      {versions.length === 0 ? null : (
        <div className="rost-no-print">
          <Section title={words.versions}>
            <ul className="rost-plain-list">
              {versions.map((one) => (
                <li key={one.id}>
                  {words.version(one.version, dayOf(one.publishedAt))} · {words.counts(one.given, one.withdrawn)}
                </li>
              ))}
            </ul>
          </Section>
          <GivenSection kind={kind} />
        </div>
      )}
    </Page>
  )
}
