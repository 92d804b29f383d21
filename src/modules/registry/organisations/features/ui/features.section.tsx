import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayDay } from '../../../../../web/formats.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { type Feature, listFeatures, removeFeature } from '../features.contract.ts'
import { FeatureForm } from './feature.form.tsx'
import { featureWords } from './words.ts'

type Props = { readonly id: number }

/** What an organisation has introduced: regulations, models, a tutor. */
export function FeaturesSection({ id }: Props): ReactNode {
  const words = useWords(featureWords)
  const [open, setOpen] = useState<Feature | 'new' | null>(null)
  const features = useQuery({
    queryKey: ['features', id],
    queryFn: () => call(listFeatures, { params: { id } }),
  })
  const mayChange = features.data?.can.includes('add') === true
  return (
    <Section title={words.title}>
      <ProblemNote error={features.error} onRetry={() => features.refetch()} />
      {features.data?.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.empty}
        </Text>
      ) : (
        <ul className="rost-plain-list">
          {features.data?.items.map((feature) => (
            <Line
              key={feature.id}
              organisation={id}
              feature={feature}
              {...(mayChange && { onChange: () => setOpen(feature) })}
            />
          ))}
        </ul>
      )}
      {!mayChange ? null : open === null ? (
        <Button size="xs" variant="default" onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      ) : (
        <FeatureForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          organisation={id}
          kinds={features.data?.kinds ?? []}
          {...(open !== 'new' && { feature: open })}
          onDone={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

type LineProps = { readonly organisation: number; readonly feature: Feature; readonly onChange?: () => void }

function Line({ organisation, feature, onChange }: LineProps): ReactNode {
  const words = useWords(featureWords)
  const { language } = useLanguage()
  const { id, version, kind, from, until, document } = feature
  const removing = useForm({
    save: (key) => call(removeFeature, { params: { id: organisation, featureId: id } }, { key, version }),
    touches: [['features', organisation], ['indicators']],
    saved: words.removed,
    onDone: () => {},
  })
  const day = (iso: string): string => sayDay(iso, language)
  return (
    <li>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <Text span size="sm">
          <span className="rost-own-name">{kind.label}</span>
          {': '}
          {until === null ? words.since(day(from)) : words.between(day(from), day(until))}
          {document === '' ? null : (
            <>
              {', '}
              <span className="rost-own-name">{document}</span>
            </>
          )}
        </Text>
        {onChange === undefined ? null : (
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={words.changeOf(kind.label)}
              onClick={() => onChange()}
            >
              {words.change}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={words.removeOf(kind.label)}
              loading={removing.busy}
              onClick={(e) => removing.submit(e)}
            >
              {words.remove}
            </Button>
          </>
        )}
      </Group>
    </li>
  )
}
