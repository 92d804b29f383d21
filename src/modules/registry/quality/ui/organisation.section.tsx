import { Button, Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayCount } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getQuality, type Quality } from '../quality.contract.ts'
import { initialsOf, letterOf } from './letter.ts'
import { QualityTrend } from './quality.trend.tsx'
import { qualityWords } from './words.ts'

/** What is to be mended of one organisation, by name, and a letter about it. */
export function OrganisationQuality({ id, back }: { readonly id: number; readonly back: string }): ReactNode {
  const words = useWords(qualityWords)
  const quality = useQuery({
    queryKey: ['quality', id],
    queryFn: () => call(getQuality, { params: { id } }),
  })
  const name = quality.data?.organisation.name
  return (
    <Page
      title={name === undefined ? words.title : `${words.title}: ${name}`}
      about={words.about}
      actions={
        <>
          <ButtonLink to="/quality/forms" search={{ organisation: id }} variant="default">
            {words.forms}
          </ButtonLink>
          <ButtonLink to="/quality" variant="default">
            {back}
          </ButtonLink>
        </>
      }
    >
      <QualityTrend organisation={id} />
      {quality.isPending ? <Loader aria-label={words.title} /> : null}
      <ProblemNote error={quality.error} onRetry={() => quality.refetch()} />
      {quality.data === undefined ? null : <Found quality={quality.data} />}
    </Page>
  )
}

function Found({ quality }: { readonly quality: Quality }): ReactNode {
  const words = useWords(qualityWords)
  const { language } = useLanguage()
  const { heads, checks } = quality
  const letter = letterOf(quality, words)
  if (checks.length === 0) return <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
  return (
    <>
      <Section title={words.what}>
        <dl className="rost-facts">
          {checks.map(({ what, people, first }) => (
            <div key={what} className="rost-fact">
              <dt>
                {words.checks[what]}: {sayCount(people, language)}
              </dt>
              <dd>
                <Group gap="xs">
                  {first.map((one) => (
                    <TextLink key={one.id} to="/people/$id" params={{ id: String(one.id) }} title={fullName(one)}>
                      {initialsOf(one)}
                    </TextLink>
                  ))}
                  {people > first.length ? <span>{words.more(people - first.length)}</span> : null}
                </Group>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={words.ask}>
        {heads.length === 0 ? <Text c="dimmed">{words.nobody}</Text> : null}
        {heads.map((head) => (
          <TextLink key={head.id} to="/people/$id" params={{ id: String(head.id) }}>
            {fullName(head)}
          </TextLink>
        ))}
      </Section>
      {letter === undefined ? null : <Letter text={letter} />}
    </>
  )
}

function Letter({ text }: { readonly text: string }): ReactNode {
  const words = useWords(qualityWords)
  const [isCopied, setCopied] = useState(false)
  return (
    <Section
      title={words.message}
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {words.copy}
        </Button>
      }
    >
      <Text role="status" size="sm" c="dimmed">
        {isCopied ? words.copied : ''}
      </Text>
      <Text component="div" className="rost-card" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
    </Section>
  )
}
