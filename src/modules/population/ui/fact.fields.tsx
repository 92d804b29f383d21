import { Button, NativeSelect, NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/language.tsx'
import type { FieldView, TermView } from '../asking/populations.contract.ts'
import type { Condition, Leaf } from '../population.contract.ts'
import { BoundsField } from './bounds.field.tsx'
import { withLimits } from './conditions.ts'
import { ValuesField } from './values.field.tsx'
import { WindowField } from './window.field.tsx'
import { populationWords } from './words.ts'

type Bare = Omit<Leaf, 'of'>
type Props = { readonly term: TermView; readonly leaf: Bare; onChange(leaf: Bare, merge?: string): void }

/** A fact: when it counts, what more is asked of it, and how often. */
export function FactFields({ term, leaf, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const where = leaf.where ?? {}
  const set = (name: string, condition: Condition | undefined, merge?: string): void => {
    const { [name]: _, ...rest } = where
    const next = condition === undefined ? rest : { ...where, [name]: condition }
    onChange({ ...leaf, where: next }, merge === undefined ? undefined : `${name}.${merge}`)
  }
  const asked = term.fields.filter(({ name }) => where[name] !== undefined)
  return (
    <>
      <WindowField
        label={term.label}
        time={term.time ?? 'day'}
        when={leaf.when ?? { by: 'date' }}
        onChange={(when, merge) => onChange({ ...leaf, when }, merge)}
      />
      {asked.map((field) => (
        <Detail key={field.name} label={field.label} onRemove={() => set(field.name, undefined)}>
          <ConditionFields
            field={field}
            condition={where[field.name] ?? {}}
            onChange={(condition, merge) => set(field.name, condition, merge)}
          />
        </Detail>
      ))}
      {leaf.atLeast === undefined ? null : (
        <Detail label={words.times} onRemove={() => onChange(without(leaf, 'atLeast'))}>
          <Count
            label={words.times}
            value={leaf.atLeast}
            onChange={(atLeast) => onChange({ ...leaf, atLeast }, 'times')}
          />
        </Detail>
      )}
      {leaf.total === undefined ? null : <Total term={term} leaf={leaf} onChange={onChange} />}
      <MoreDetails term={term} leaf={leaf} onAdd={set} onChange={onChange} />
    </>
  )
}

function Total({ term, leaf, onChange }: Props): ReactNode {
  const words = useWords(populationWords)
  const { total } = leaf
  if (total === undefined) return null
  const label = words.total(term.fields.find(({ name }) => name === total.field)?.label ?? total.field)
  return (
    <Detail label={label} onRemove={() => onChange(without(leaf, 'total'))}>
      <Count
        label={label}
        value={total.atLeast}
        onChange={(atLeast) => onChange({ ...leaf, total: { ...total, atLeast } }, 'total')}
      />
    </Detail>
  )
}

const FIRST: Readonly<Record<FieldView['kind'], Condition>> = {
  flag: { is: true },
  number: { from: 1 },
  code: {},
  ref: {},
}
const TIMES = '·times'
const SUM = '·sum '

type MoreProps = Props & { onAdd(name: string, condition: Condition): void }

/** What is not asked yet, one chosen at a time. */
function MoreDetails({ term, leaf, onAdd, onChange }: MoreProps): ReactNode {
  const words = useWords(populationWords)
  const open = term.fields.filter(({ name }) => leaf.where?.[name] === undefined)
  const sums = leaf.total === undefined ? term.fields.filter(({ kind }) => kind === 'number') : []
  const data = [
    { value: '', label: words.details },
    ...open.map(({ name, label }) => ({ value: name, label })),
    ...(leaf.atLeast === undefined && leaf.total === undefined ? [{ value: TIMES, label: words.times }] : []),
    ...(leaf.atLeast === undefined
      ? sums.map(({ name, label }) => ({ value: `${SUM}${name}`, label: words.sumOf(label) }))
      : []),
  ]
  if (data.length === 1) return null
  return (
    <NativeSelect
      size="sm"
      aria-label={`${term.label}: ${words.details}`}
      value=""
      data={data}
      onChange={(event) => {
        const name = event.currentTarget.value
        const field = open.find((one) => one.name === name)
        if (name === TIMES) onChange({ ...leaf, atLeast: 2 })
        else if (name.startsWith(SUM)) onChange({ ...leaf, total: { field: name.slice(SUM.length), atLeast: 1 } })
        else if (field !== undefined) onAdd(name, FIRST[field.kind])
      }}
    />
  )
}

type ConditionProps = {
  readonly field: FieldView
  readonly condition: Condition
  onChange(condition: Condition, merge?: string): void
}

function ConditionFields({ field, condition, onChange }: ConditionProps): ReactNode {
  return field.kind === 'number' ? (
    <BoundsField
      label={field.label}
      limits={condition}
      onChange={(limits, merge) => onChange(withLimits(condition, limits), merge)}
    />
  ) : (
    <ValuesField field={field} is={condition.is} onChange={(is) => onChange(is === undefined ? {} : { is })} />
  )
}

type DetailProps = { readonly label: string; onRemove(): void; readonly children: ReactNode }

function Detail({ label, onRemove, children }: DetailProps): ReactNode {
  const words = useWords(populationWords)
  return (
    <span className="rost-detail">
      <span>{label}</span>
      {children}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        c="inherit"
        aria-label={words.without(label)}
        onClick={onRemove}
      >
        ✕
      </Button>
    </span>
  )
}

type CountProps = { readonly label: string; readonly value: number; onChange(value: number): void }

/** A whole number from one on. */
export function Count({ label, value, onChange }: CountProps): ReactNode {
  return (
    <NumberInput
      size="sm"
      className="rost-number-field"
      aria-label={label}
      min={1}
      max={10_000}
      allowDecimal={false}
      value={value}
      onChange={(next) => onChange(Math.min(10_000, Math.max(1, Number(next) || 1)))}
    />
  )
}

function without<K extends 'atLeast' | 'total'>(leaf: Bare, name: K): Omit<Bare, K> & Bare {
  const { [name]: _, ...rest } = leaf
  return { ...rest, term: leaf.term }
}
