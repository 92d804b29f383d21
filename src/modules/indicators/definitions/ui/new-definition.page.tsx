import { Loader } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { createIndicator } from '../definitions.contract.ts'
import { DefinitionForm } from './definition.form.tsx'
import { editionOf, newDefinition, type Typed, typedOf } from './typed.ts'
import { touchesIndicators, useCard, useReady } from './use-card.ts'
import { definitionWords } from './words.ts'

/** Defines an indicator: anew, as a copy of another, or as another district counts it. */
export function NewDefinitionPage(): ReactNode {
  const words = useWords(definitionWords)
  const { from, ready } = useSearch({ from: '/definitions/new' })
  const card = useCard(from)
  const others = useReady(ready !== undefined)
  if (card.isError) return <ProblemNote error={card.error} onRetry={() => card.refetch()} />
  if (others.isError) return <ProblemNote error={others.error} onRetry={() => others.refetch()} />
  if ((from !== undefined && card.data === undefined) || (ready !== undefined && others.data === undefined))
    return <Loader aria-label={words.define} />
  const [model] = card.data?.items ?? []
  const taken = others.data?.items.find(({ code }) => code === ready)
  const stored =
    model !== undefined
      ? { ...typedOf(model, today()), code: '', titleRu: words.copied(model.titleRu) }
      : taken !== undefined
        ? typedOf(taken, today())
        : newDefinition(today())
  return (
    <Page title={from === undefined ? words.define : words.copyOf(from)}>
      <NewDefinition key={from ?? ready} name={`definition-${from ?? ready ?? 'new'}`} stored={stored} />
    </Page>
  )
}

function NewDefinition({ name, stored }: { readonly name: string; readonly stored: Typed }): ReactNode {
  const words = useWords(definitionWords)
  const navigate = useNavigate()
  const draft = useDraft<Typed>(name, stored)
  const form = useForm({
    save: (key) => call(createIndicator, { body: { code: draft.value.code, ...editionOf(draft.value) } }, { key }),
    touches: touchesIndicators,
    saved: words.saved,
    onDone: ({ code }) => {
      draft.clear()
      void navigate({ to: '/indicators/$code', params: { code } })
    },
  })
  return (
    <DefinitionForm
      draft={draft}
      form={form}
      label={words.define}
      save={words.save}
      withCode
      onCancel={() => {
        draft.clear()
        void navigate({ to: '/definitions' })
      }}
    />
  )
}
