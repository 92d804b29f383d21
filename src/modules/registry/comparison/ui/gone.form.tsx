import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { ValueSelect } from '../../people/ui/employment.details.tsx'
import { usePlaces } from '../../people/ui/use-places.ts'
import type { GoneDecision, Which } from '../gone.contract.ts'
import { goneWords } from './gone.words.ts'
import type { useGone } from './use-gone.ts'

const DECISIONS = ['dismissed', 'moved', 'leave', 'here'] as const
type Is = (typeof DECISIONS)[number]

const NOTHING = { on: '', until: '', reason: '', organisationId: '', leaveKindId: '' }
type Typed = typeof NOTHING

const idOf = (text: string): number | null => (text === '' ? null : Number(text))

function decisionOf(is: Is, { on, until, reason, organisationId, leaveKindId }: Typed): GoneDecision {
  switch (is) {
    case 'dismissed':
      return { is, on, reason: reason.trim() === '' ? null : reason }
    case 'moved':
      return { is, on, organisationId: idOf(organisationId) }
    case 'leave':
      return { is, on, until: until === '' ? null : until, leaveKindId: idOf(leaveKindId) }
    case 'here':
      return { is }
  }
}

type Props = {
  readonly deciding: ReturnType<typeof useGone>['decide']
  readonly chosen: readonly number[]
  /** All of the list that are not decided, and how many. */
  readonly all: { readonly of: Which; readonly count: number }
  onUnchoose(): void
}

/** What became of those who are chosen, or of all in the list who are not decided. */
export function GoneForm({ deciding, chosen, all, onUnchoose }: Props): ReactNode {
  const words = useWords(goneWords)
  const [is, setIs] = useState<Is>('dismissed')
  const [typed, setTyped] = useState(NOTHING)
  const press = useRef(crypto.randomUUID())
  const isChosen = chosen.length > 0
  const fields = deciding.error instanceof Problem ? deciding.error.fields : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const of = isChosen ? { ids: [...chosen] } : all.of
    const decision = decisionOf(is, typed)
    deciding.mutate({ of, decision, key: press.current }, { onSettled: () => (press.current = crypto.randomUUID()) })
  }
  return (
    <form className="rost-card rost-no-print" aria-label={words.decision} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group gap="xs">
          <Text size="sm" role="status">
            {isChosen ? words.chosen(chosen.length) : words.choose}
          </Text>
          {isChosen ? (
            <Button size="compact-sm" variant="subtle" onClick={onUnchoose}>
              {words.unchoose}
            </Button>
          ) : null}
        </Group>
        <ProblemNote error={deciding.error} />
        <div className="rost-filters">
          <Select
            label={words.decision}
            allowDeselect={false}
            data={DECISIONS.map((value) => ({ value, label: words.is[value] }))}
            value={is}
            onChange={(value) => setIs(DECISIONS.find((one) => one === value) ?? 'dismissed')}
          />
          <Fields is={is} typed={typed} fields={fields} onChange={(part) => setTyped({ ...typed, ...part })} />
        </div>
        <Group gap="xs">
          <Button
            type="submit"
            variant={isChosen ? 'filled' : 'default'}
            loading={deciding.isPending}
            disabled={!isChosen && all.count === 0}
          >
            {isChosen ? words.one(chosen.length) : words.all(all.count)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type FieldsProps = {
  readonly is: Is
  readonly typed: Typed
  readonly fields: ReadonlyMap<string, string> | undefined
  onChange(part: Partial<Typed>): void
}

function Fields({ is, typed, fields, onChange }: FieldsProps): ReactNode {
  const words = useWords(goneWords)
  const { organisations } = usePlaces(is === 'moved')
  const fault = (field: string): string | undefined => fields?.get(`decision.${field}`)
  if (is === 'here') return null
  const firstLabel = { dismissed: words.lastDay, moved: words.firstDay, leave: words.leaveFrom }[is]
  return (
    <>
      <TextInput
        type="date"
        label={firstLabel}
        required
        value={typed.on}
        error={fault('on')}
        onChange={(event) => onChange({ on: event.currentTarget.value })}
      />
      {is === 'dismissed' ? (
        <TextInput
          label={words.reason}
          maxLength={200}
          value={typed.reason}
          error={fault('reason')}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      ) : null}
      {is === 'moved' ? (
        <Select
          label={words.organisation}
          description={words.organisationDetail}
          searchable
          clearable
          data={organisations}
          value={typed.organisationId === '' ? null : typed.organisationId}
          error={fault('organisationId')}
          onChange={(organisationId) => onChange({ organisationId: organisationId ?? '' })}
        />
      ) : null}
      {is === 'leave' ? (
        <>
          <TextInput
            type="date"
            label={words.leaveUntil}
            value={typed.until}
            error={fault('until')}
            onChange={(event) => onChange({ until: event.currentTarget.value })}
          />
          <ValueSelect
            label={words.leaveKind}
            list="leave_kind"
            had={null}
            value={typed.leaveKindId}
            error={fault('leaveKindId')}
            onChange={(leaveKindId) => onChange({ leaveKindId })}
          />
        </>
      ) : null}
    </>
  )
}
