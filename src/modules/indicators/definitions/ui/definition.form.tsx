import { Alert, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { Problem } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import type { Draft } from '../../../../web/kit/draft.ts'
import { type Form, FormCard } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { faultsUnder, PopulationEditor, useTerms } from '../../../population/ui/index.ts'
import { KindFields, NameFields } from './definition.fields.tsx'
import { QuantityFields } from './quantity.fields.tsx'
import type { Typed } from './typed.ts'
import { definitionWords } from './words.ts'

type Props = {
  readonly draft: Draft<Typed>
  readonly form: Form
  readonly label: string
  readonly save: string
  readonly withCode: boolean
  onCancel(): void
}

type Part = 'main' | 'who' | 'below'

const NONE: ReadonlyMap<string, string> = new Map()

/** A definition: its name and days, what it counts, and its populations in the editor. */
export function DefinitionForm({ draft, form, label, save, withCode, onCancel }: Props): ReactNode {
  const words = useWords(definitionWords)
  const client = useQueryClient()
  const subjects = useTerms().data?.subjects ?? []
  const [turn, setTurn] = useState(0)
  const [stuck, setStuck] = useState(false)
  const [day, setDay] = useState(today())
  const unfinished = useRef<Partial<Record<Part, number>>>({})
  const typed = draft.value
  const partsOf: Readonly<Record<Typed['kind'], readonly Part[]>> = {
    share: ['main', 'who'],
    count: ['main'],
    ratio: ['main', 'below'],
  }
  const fields = form.error instanceof Problem ? form.error.fields : NONE
  const fieldProps = { typed, subjects, withCode, fault: form.fault, onChange: draft.change }
  const guarded: Form = {
    ...form,
    submit: (event) => {
      const isStuck = partsOf[typed.kind].some((part) => (unfinished.current[part] ?? 0) > 0)
      setStuck(isStuck)
      if (isStuck) event.preventDefault()
      else form.submit(event)
    },
  }
  const tell = (part: Part) => (count: number) => {
    unfinished.current = { ...unfinished.current, [part]: count }
    if (count === 0) setStuck(false)
  }
  const shared = { subjects, date: day === '' ? undefined : day, withSum: typed.kind !== 'share' }
  return (
    <FormCard
      form={guarded}
      label={label}
      save={save}
      cancel={words.cancel}
      onCancel={onCancel}
      restored={draft.restored}
      onStartAnew={() => {
        draft.clear()
        setTurn(turn + 1)
      }}
      onShowNow={() => client.invalidateQueries({ queryKey: ['definition'] })}
    >
      <NameFields {...fieldProps} />
      <KindFields {...fieldProps} />
      <TextInput
        type="date"
        label={words.seenOn}
        description={words.seenOnHint}
        value={day}
        onChange={(e) => setDay(e.currentTarget.value)}
      />
      <QuantityFields
        {...shared}
        label={typed.kind === 'share' ? words.of : typed.kind === 'count' ? words.whom : words.above}
        quantity={typed.main}
        turn={`main ${turn}`}
        faults={faultsUnder(fields, typed.kind === 'ratio' ? 'body.numerator.of' : 'body.of')}
        onChange={(main) => draft.change({ main, ...(main.subject !== typed.main.subject && { who: { all: [] } }) })}
        onUnfinished={tell('main')}
      />
      {typed.kind === 'share' ? (
        <div className="rost-wide">
          <PopulationEditor
            key={`who ${turn} ${typed.main.subject}`}
            label={words.who}
            subject={typed.main.subject}
            value={typed.who}
            among={typed.main.of}
            date={shared.date}
            faults={faultsUnder(fields, 'body.who')}
            onChange={(who) => draft.change({ who })}
            onUnfinished={tell('who')}
          />
        </div>
      ) : null}
      {typed.kind === 'ratio' ? (
        <QuantityFields
          {...shared}
          label={words.below}
          quantity={typed.below}
          turn={`below ${turn}`}
          faults={faultsUnder(fields, 'body.denominator.of')}
          onChange={(below) => draft.change({ below })}
          onUnfinished={tell('below')}
        />
      ) : null}
      {stuck ? (
        <Alert className="rost-wide" color="red" role="alert">
          {words.unfinished}
        </Alert>
      ) : null}
    </FormCard>
  )
}
