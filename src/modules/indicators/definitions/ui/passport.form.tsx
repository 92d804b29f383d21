import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type IndicatorCard, type Passport, writePassport } from '../definitions.contract.ts'
import { definitionWords } from './words.ts'

const FIELDS = ['number', 'unit', 'purpose', 'period', 'source', 'monitoring', 'responsible', 'contact'] as const

type Typed = Readonly<Record<keyof Passport, string>>

type Props = { readonly card: IndicatorCard; onDone(): void }

/** The lines of the passport that are written by the district. */
export function PassportForm({ card, onDone }: Props): ReactNode {
  const words = useWords(definitionWords)
  const client = useQueryClient()
  const { code, version, passport } = card
  const draft = useDraft<Typed>(`passport-${code}`, typedOf(passport))
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () => call(writePassport, { params: { code }, body: passportOf(draft.value) }, { version }),
    touches: [['definition', code]],
    saved: words.savedPassport,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.passport}
      save={words.savePassport}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['definition', code] })}
    >
      {FIELDS.map((name) => (
        <Textarea
          key={name}
          label={words.fields[name]}
          autosize
          maxRows={6}
          maxLength={1000}
          value={draft.value[name]}
          error={form.fault(name)}
          onChange={(e) => draft.change({ [name]: e.currentTarget.value })}
        />
      ))}
    </FormCard>
  )
}

const typedOf = (passport: Passport): Typed => ({
  number: passport.number ?? '',
  unit: passport.unit ?? '',
  purpose: passport.purpose ?? '',
  period: passport.period ?? '',
  source: passport.source ?? '',
  monitoring: passport.monitoring ?? '',
  responsible: passport.responsible ?? '',
  contact: passport.contact ?? '',
})

function passportOf(typed: Typed): Passport {
  const line = (text: string): string | null => (text.trim() === '' ? null : text)
  return {
    number: line(typed.number),
    unit: line(typed.unit),
    purpose: line(typed.purpose),
    period: line(typed.period),
    source: line(typed.source),
    monitoring: line(typed.monitoring),
    responsible: line(typed.responsible),
    contact: line(typed.contact),
  }
}
