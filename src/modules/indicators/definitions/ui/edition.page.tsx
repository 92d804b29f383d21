import { Loader } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay, today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type DefinitionView, type IndicatorCard, replaceDefinition } from '../definitions.contract.ts'
import { DefinitionForm } from './definition.form.tsx'
import { editionOf, type Typed, typedOf } from './typed.ts'
import { touchesIndicators, useCard } from './use-card.ts'
import { definitionWords } from './words.ts'

/** A new version of an indicator from a day on. */
export function EditionPage(): ReactNode {
  const { code } = useParams({ from: '/indicators/$code/edition' })
  const words = useWords(definitionWords)
  const { language } = useLanguage()
  const card = useCard(code)
  if (card.isError) return <ProblemNote error={card.error} onRetry={() => card.refetch()} />
  if (card.data === undefined) return <Loader aria-label={words.newEdition} />
  const [newest] = card.data.items
  if (newest === undefined) return <EmptyNote title={words.notSaid} />
  return (
    <Page title={words.editionOf(code)} about={words.editionAbout(sayDay(newest.validFrom, language))}>
      <Edition card={card.data} newest={newest} />
    </Page>
  )
}

function Edition({ card, newest }: { readonly card: IndicatorCard; readonly newest: DefinitionView }): ReactNode {
  const words = useWords(definitionWords)
  const navigate = useNavigate()
  const { code, version } = card
  const draft = useDraft<Typed>(`edition-${code}`, typedOf(newest, today()))
  const leave = (): void => {
    draft.clear()
    void navigate({ to: '/indicators/$code', params: { code } })
  }
  const form = useForm({
    save: (key) => call(replaceDefinition, { params: { code }, body: editionOf(draft.value) }, { key, version }),
    touches: touchesIndicators,
    saved: words.savedEdition,
    onDone: leave,
  })
  return (
    <DefinitionForm
      draft={draft}
      form={form}
      label={words.editionOf(code)}
      save={words.saveEdition}
      withCode={false}
      onCancel={leave}
    />
  )
}
