import { Button, Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeTrainingRule, getTrainingRule, type TrainingRule } from '../training-rule.contract.ts'
import { coursePlanWords } from './words.ts'

/** How often pedagogues of the district have to learn. */
export function TrainingRulePage(): ReactNode {
  const words = useWords(coursePlanWords)
  const rule = useQuery({ queryKey: ['training-rule'], queryFn: () => call(getTrainingRule, {}) })
  return (
    <Page
      title={words.rule}
      about={words.ruleAbout}
      actions={
        <TextLink to="/course-plans" size="sm">
          {words.toPlans}
        </TextLink>
      }
    >
      <ProblemNote error={rule.error} onRetry={() => rule.refetch()} />
      {rule.isPending ? <Skeleton height={120} /> : null}
      {rule.data === undefined ? null : rule.data.can.includes('change') ? (
        <Changing key={rule.data.version} rule={rule.data} version={rule.data.version} />
      ) : (
        <Text>{words.dueAbout(rule.data.months, rule.data.leastHours)}</Text>
      )}
    </Page>
  )
}

const FIELDS = ['months', 'leastHours'] as const

function Changing({ rule, version }: { readonly rule: TrainingRule; readonly version: number }): ReactNode {
  const words = useWords(coursePlanWords)
  const [typed, setTyped] = useState({ months: rule.months, leastHours: rule.leastHours })
  const form = useForm({
    save: () => call(changeTrainingRule, { body: typed }, { version }),
    touches: [['training-rule'], ['course-plans'], ['planned-courses']],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <form className="rost-card" aria-label={words.rule} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        {FIELDS.map((field) => (
          <NumberInput
            key={field}
            label={words[field]}
            required
            allowDecimal={false}
            value={typed[field]}
            error={form.fault(field)}
            onChange={(value) => setTyped({ ...typed, [field]: Number(value) })}
          />
        ))}
        <Group>
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
