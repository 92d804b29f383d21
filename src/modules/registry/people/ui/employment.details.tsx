import { Select, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { listClassifierValues } from '../../classifiers/classifiers.contract.ts'
import type { Employment } from '../employments.contract.ts'
import { detailWords } from './details.words.ts'

const KINDS = ['main', 'inner', 'outer'] as const

/** What more is known of a place of work, as it stands in the fields: nothing typed is an empty text. */
export type DetailsTyped = {
  readonly kind: '' | (typeof KINDS)[number]
  readonly categoryId: string
  readonly categoryOn: string
  readonly categoryUntil: string
  readonly categoryOrder: string
  readonly leaveKindId: string
  readonly leaveOn: string
  readonly leaveUntil: string
  readonly deputyFunctionId: string
  readonly classLed: string
  readonly email: string
}

export const NO_DETAILS: DetailsTyped = {
  ...{ kind: '', categoryId: '', categoryOn: '', categoryUntil: '', categoryOrder: '', leaveKindId: '', leaveOn: '' },
  ...{ leaveUntil: '', deputyFunctionId: '', classLed: '', email: '' },
}

const idText = (value: { readonly id: number } | null): string => (value === null ? '' : String(value.id))

/** An address stands masked on the card; it is typed anew or not at all. */
export const detailsTypedOf = (employment: Employment): DetailsTyped => ({
  kind: employment.kind ?? '',
  categoryId: idText(employment.category),
  categoryOn: employment.categoryOn ?? '',
  categoryUntil: employment.categoryUntil ?? '',
  categoryOrder: employment.categoryOrder ?? '',
  leaveKindId: idText(employment.leaveKind),
  leaveOn: employment.leaveOn ?? '',
  leaveUntil: employment.leaveUntil ?? '',
  deputyFunctionId: idText(employment.deputyFunction),
  classLed: employment.classLed ?? '',
  email: '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
const idOrNull = (text: string): number | null => (text === '' ? null : Number(text))

/** As the server takes it. */
export const detailsOf = (typed: DetailsTyped) => ({
  kind: typed.kind === '' ? null : typed.kind,
  categoryId: idOrNull(typed.categoryId),
  categoryOn: orNull(typed.categoryOn),
  categoryUntil: orNull(typed.categoryUntil),
  categoryOrder: orNull(typed.categoryOrder),
  leaveKindId: idOrNull(typed.leaveKindId),
  leaveOn: orNull(typed.leaveOn),
  leaveUntil: orNull(typed.leaveUntil),
  deputyFunctionId: idOrNull(typed.deputyFunctionId),
  classLed: orNull(typed.classLed),
  email: orNull(typed.email),
})

type Props = {
  readonly typed: DetailsTyped
  /** The place of work as it stands: what it has may stay, also where it is offered no more. */
  readonly employment?: Employment | undefined
  onChange(part: Partial<DetailsTyped> & { readonly main?: boolean }): void
  fault(path: string): string | undefined
}

export function EmploymentDetails({ typed, employment, onChange, fault }: Props): ReactNode {
  const words = useWords(detailWords)
  const text = (field: 'categoryOrder' | 'classLed' | 'email', more: object = {}): ReactNode => (
    <TextInput
      label={words[field]}
      value={typed[field]}
      error={fault(field)}
      onChange={(e) => onChange({ [field]: e.currentTarget.value })}
      {...more}
    />
  )
  const day = (field: 'categoryOn' | 'categoryUntil' | 'leaveOn' | 'leaveUntil'): ReactNode => (
    <TextInput
      type="date"
      label={words[field]}
      value={typed[field]}
      error={fault(field)}
      onChange={(e) => onChange({ [field]: e.currentTarget.value })}
    />
  )
  const value = (
    field: 'categoryId' | 'leaveKindId' | 'deputyFunctionId',
    list: string,
    had: Employment['category'] | undefined,
  ): ReactNode => (
    <ValueSelect
      label={words[field]}
      list={list}
      had={had ?? null}
      value={typed[field]}
      error={fault(field)}
      onChange={(id) => onChange({ [field]: id })}
    />
  )
  return (
    <>
      <Select
        label={words.kind}
        clearable
        data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={typed.kind === '' ? null : typed.kind}
        error={fault('kind')}
        onChange={(kind) => {
          const chosen = (kind ?? '') as DetailsTyped['kind']
          onChange(chosen === '' ? { kind: chosen } : { kind: chosen, main: chosen === 'main' })
        }}
      />
      {value('categoryId', 'category', employment?.category)}
      {day('categoryOn')}
      {day('categoryUntil')}
      {text('categoryOrder', { maxLength: 200 })}
      {value('leaveKindId', 'leave_kind', employment?.leaveKind)}
      {day('leaveOn')}
      {day('leaveUntil')}
      {value('deputyFunctionId', 'deputy_function', employment?.deputyFunction)}
      {text('classLed', { maxLength: 200, placeholder: words.classHint })}
      {text('email', { type: 'email', maxLength: 254, placeholder: employment?.email ?? '' })}
      <Text size="xs" c="dimmed" className="rost-wide">
        {words.categoryHint}
      </Text>
    </>
  )
}

type ValueProps = {
  readonly label: string
  readonly list: string
  readonly had: Employment['category']
  readonly value: string
  readonly error: string | undefined
  onChange(id: string): void
}

const ALL = 200
const LONG = 300_000

/** One value of a list of the district. */
export function ValueSelect({ label, list, had, value, error, onChange }: ValueProps): ReactNode {
  const values = useQuery({
    queryKey: ['classifiers', list, 'choice'],
    queryFn: () => call(listClassifierValues, { params: { kind: list }, query: { size: ALL, retired: 'no' } }),
    staleTime: LONG,
  })
  const offered = values.data?.items ?? []
  const all = had === null || offered.some(({ id }) => id === had.id) ? offered : [had, ...offered]
  return (
    <Select
      label={label}
      clearable
      searchable
      data={all.map(({ id, label: text }) => ({ value: String(id), label: text }))}
      value={value === '' ? null : value}
      error={error}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
