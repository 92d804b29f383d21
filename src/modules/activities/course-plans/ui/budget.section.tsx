import { Button, NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type CoursePlan, changeCoursePlan } from '../course-plans.contract.ts'
import { MoneyTables } from './money.tables.tsx'
import { coursePlanWords } from './words.ts'

type Props = { readonly plan: CoursePlan }

/** What there is for courses in the year, and what the plan takes of it. */
export function BudgetSection({ plan }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const [changing, setChanging] = useState(false)
  const { sums, budgetMoney, extraMoney, can } = plan
  return (
    <Section
      title={words.budget}
      actions={
        can.includes('change') && !changing ? (
          <Button size="xs" variant="default" className="rost-no-print" onClick={() => setChanging(true)}>
            {words.changeBudget}
          </Button>
        ) : null
      }
    >
      {changing ? <BudgetForm plan={plan} onDone={() => setChanging(false)} /> : null}
      <MoneyTables {...{ sums, budgetMoney, extraMoney }} />
    </Section>
  )
}

const FIELDS = ['budgetMoney', 'extraMoney'] as const
type Typed = Readonly<Record<(typeof FIELDS)[number], number | string>>

function BudgetForm({ plan, onDone }: Props & { onDone(): void }): ReactNode {
  const words = useWords(coursePlanWords)
  const client = useQueryClient()
  const { id, version } = plan
  const stored = { budgetMoney: plan.budgetMoney ?? '', extraMoney: plan.extraMoney ?? '' }
  const draft = useDraft<Typed>(`course-plan-money-${id}`, stored)
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value))
  const form = useForm({
    save: () => {
      const { budgetMoney, extraMoney } = draft.value
      const body = { budgetMoney: numberOf(budgetMoney), extraMoney: numberOf(extraMoney) }
      return call(changeCoursePlan, { params: { id }, body: typedOnly(body, draft.changes) }, { version })
    },
    touches: [['course-plans']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.changeBudget}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['course-plans'] })}
    >
      {FIELDS.map((field) => (
        <NumberInput
          key={field}
          label={words[field]}
          description={words.budgetHint}
          min={0}
          decimalScale={2}
          value={draft.value[field]}
          error={form.fault(field)}
          onChange={(value) => draft.change({ [field]: value })}
        />
      ))}
    </FormCard>
  )
}
