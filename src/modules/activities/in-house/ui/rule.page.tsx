import { Button, Checkbox, Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeInHouseRule, getInHouseRule, type InHouseRule } from '../rule.contract.ts'
import { inHouseWords } from './words.ts'

/** Whether in-house events have to be attested, and until when that may be asked. */
export function InHouseRulePage(): ReactNode {
  const words = useWords(inHouseWords)
  const rule = useQuery({ queryKey: ['in-house', 'rule'], queryFn: () => call(getInHouseRule, {}) })
  return (
    <Page title={words.ruleTitle} about={words.ruleAbout} actions={<TextLink to="/in-house">{words.back}</TextLink>}>
      <ProblemNote error={rule.error} onRetry={() => rule.refetch()} />
      {rule.isPending ? <Skeleton height={160} /> : null}
      {rule.data === undefined ? null : rule.data.can.includes('change') ? (
        <Changing key={rule.data.version} rule={rule.data} version={rule.data.version} />
      ) : (
        <Reading rule={rule.data} />
      )}
    </Page>
  )
}

function Reading({ rule }: { readonly rule: InHouseRule }): ReactNode {
  const words = useWords(inHouseWords)
  const sayYes = (is: boolean): string => (is ? words.yes : words.no)
  const said = [
    [words.requiredField, sayYes(rule.required)],
    [words.evidenceField, sayYes(rule.evidence)],
    [words.withinDays, rule.withinDays ?? words.always],
    [words.yearDays, rule.yearDays ?? words.always],
  ] as const
  return (
    <dl className="rost-facts">
      {said.map(([name, value]) => (
        <div key={name} className="rost-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const DAYS = ['withinDays', 'yearDays'] as const

function Changing({ rule, version }: { readonly rule: InHouseRule; readonly version: number }): ReactNode {
  const words = useWords(inHouseWords)
  const { required, evidence, withinDays, yearDays } = rule
  const [typed, setTyped] = useState<InHouseRule>({ required, evidence, withinDays, yearDays })
  const form = useForm({
    save: () => call(changeInHouseRule, { body: typed }, { version }),
    touches: [['in-house'], ['tasks']],
    saved: words.ruleSaved,
    onDone: () => {},
  })
  return (
    <form className="rost-card" aria-label={words.ruleTitle} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        <Checkbox
          label={words.requiredField}
          description={words.requiredHint}
          checked={typed.required}
          onChange={(e) => setTyped({ ...typed, required: e.currentTarget.checked })}
        />
        <Checkbox
          label={words.evidenceField}
          checked={typed.evidence}
          onChange={(e) => setTyped({ ...typed, evidence: e.currentTarget.checked })}
        />
        <Text size="sm">{words.anyTime}</Text>
        {DAYS.map((field) => (
          <NumberInput
            key={field}
            label={words[field]}
            allowDecimal={false}
            min={0}
            value={typed[field] ?? ''}
            error={form.fault(field)}
            onChange={(value) => setTyped({ ...typed, [field]: value === '' ? null : Number(value) })}
          />
        ))}
        <Group>
          <Button type="submit" loading={form.busy}>
            {words.saveRule}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
