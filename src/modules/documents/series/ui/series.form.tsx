import { Checkbox, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { settingsWords } from '../../letterhead/ui/words.ts'
import { PAPER_KINDS } from '../../papers/kinds.contract.ts'
import { documentWords } from '../../ui/words.ts'
import { changeSeries, createSeries, type Series, sayNumber } from '../series.contract.ts'

const NEW = { kind: 'participation', title: '', prefix: '', suffix: '/{YYYY}', digits: 4, retired: false } as const

type Typed = Pick<Series, 'kind' | 'title' | 'prefix' | 'suffix' | 'digits' | 'retired'>
type Props = { readonly series: Series | undefined; onDone(): void }

/** A series with what its numbers will look like, while one types. */
export function SeriesForm({ series, onDone }: Props): ReactNode {
  const words = useWords(settingsWords)
  const { kinds } = useWords(documentWords)
  const [typed, setTyped] = useState<Typed>(() => {
    const { kind, title, prefix, suffix, digits, retired } = series ?? NEW
    return { kind, title, prefix, suffix, digits, retired }
  })
  const { retired, ...fields } = typed
  const isUsed = series?.used === true
  const form = useForm({
    save: (key) =>
      series === undefined
        ? call(createSeries, { body: fields }, { key })
        : call(changeSeries, { params: { id: series.id }, body: typed }, { key, version: series.version }),
    touches: [['document-series']],
    saved: words.seriesWritten,
    onDone,
  })
  const field = (key: 'title' | 'prefix' | 'suffix') => ({
    value: typed[key],
    error: form.fault(key),
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  })
  const year = new Date().getFullYear()
  return (
    <FormCard form={form} label={words.addSeries} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        required
        className="rost-wide"
        label={words.seriesTitle}
        description={words.seriesTitleHint}
        maxLength={100}
        {...field('title')}
      />
      <Select
        label={words.kind}
        disabled={isUsed}
        allowDeselect={false}
        data={PAPER_KINDS.map((value) => ({ value, label: kinds[value] }))}
        value={typed.kind}
        onChange={(value) => setTyped({ ...typed, kind: PAPER_KINDS.find((one) => one === value) ?? typed.kind })}
      />
      <TextInput
        label={words.prefix}
        description={words.yearHint}
        disabled={isUsed}
        maxLength={30}
        {...field('prefix')}
      />
      <TextInput
        label={words.suffix}
        description={words.yearHint}
        disabled={isUsed}
        maxLength={30}
        {...field('suffix')}
      />
      <NumberInput
        label={words.digits}
        description={words.digitsHint}
        disabled={isUsed}
        min={1}
        max={8}
        value={typed.digits}
        error={form.fault('digits')}
        onChange={(value) => setTyped({ ...typed, digits: Number(value) || 1 })}
      />
      <Text size="sm" className="rost-wide" role="status">
        {words.looks}: <strong>{words.example(sayNumber(typed, year, 1), sayNumber(typed, year, 2))}</strong>
      </Text>
      {series === undefined ? null : (
        <Checkbox
          className="rost-wide"
          label={words.retire}
          description={isUsed ? words.usedHint : undefined}
          checked={retired}
          onChange={(event) => setTyped({ ...typed, retired: event.currentTarget.checked })}
        />
      )}
    </FormCard>
  )
}
