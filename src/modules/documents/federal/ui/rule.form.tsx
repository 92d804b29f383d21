import { NumberInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type FederalRule, getFederalRule, writeFederalRule } from '../federal.contract.ts'
import { FactField } from './fact.field.tsx'
import { federalWords } from './words.ts'

const USUAL = ['citizenship', 'studyForm', 'funding', 'field', 'group'] as const
const MOST_DAYS = 250

type Props = { onDone(): void }

/** What stands for all documents, asked for once. */
export function RuleForm({ onDone }: Props): ReactNode {
  const rule = useQuery({ queryKey: ['federal', 'rule'], queryFn: () => call(getFederalRule, {}) })
  if (rule.data === undefined) return <ProblemNote error={rule.error} onRetry={() => rule.refetch()} />
  return <Fields key={rule.data.version} rule={rule.data} onShowNow={() => rule.refetch()} onDone={onDone} />
}

type FieldsProps = Props & { readonly rule: FederalRule; onShowNow(): void }

function Fields({ rule: { version, ...stored }, onShowNow, onDone }: FieldsProps): ReactNode {
  const words = useWords(federalWords)
  const [typed, setTyped] = useState(stored)
  const form = useForm({
    save: (key) => call(writeFederalRule, { body: typed }, { key, version }),
    touches: [['federal'], ['tasks']],
    saved: words.usualSaved,
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={words.usual}
      save={words.save}
      cancel={words.cancel}
      onCancel={onDone}
      onShowNow={onShowNow}
    >
      <Text size="sm" c="dimmed" className="rost-wide">
        {words.usualAbout}
      </Text>
      <NumberInput
        label={words.days}
        min={1}
        max={MOST_DAYS}
        allowDecimal={false}
        value={typed.days}
        error={form.fault('days')}
        onChange={(days) => setTyped({ ...typed, days: Number(days) })}
      />
      {USUAL.map((fact) => (
        <FactField
          key={fact}
          fact={fact}
          value={typed[fact]}
          error={form.fault(fact)}
          onChange={(value) => setTyped({ ...typed, [fact]: value } as typeof typed)}
        />
      ))}
    </FormCard>
  )
}
