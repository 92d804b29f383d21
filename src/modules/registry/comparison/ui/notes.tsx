import { Alert, List, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount, sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Comparison, Load } from '../../loads/loads.contract.ts'
import { comparisonWords } from './words.ts'

type Props = { readonly load: Load; readonly comparison: Comparison }

/** What to know before the load is taken: compared anew, the same file once more, a file older than what is there. */
export function Notes({ load, comparison }: Props): ReactNode {
  const words = useWords(comparisonWords)
  const { language } = useLanguage()
  const { files } = comparison
  return (
    <>
      {comparison.again && !comparison.isStale ? (
        <Alert color="yellow" role="alert" title={words.again}>
          {words.againDetail}
        </Alert>
      ) : null}
      {load.files.map(({ name, loadedBefore }) => {
        if (loadedBefore === null) return null
        const isSame = files.every((one) => one.file !== name || one.new + one.changed === 0)
        const { id, at, by } = loadedBefore
        return (
          <Alert key={name} color="gray" title={words.before(name)}>
            <TextLink to="/loads/$id" params={{ id: String(id) }} size="sm">
              {words.beforeDetail(sayMoment(at, language), by ?? words.operator, isSame)}
            </TextLink>
          </Alert>
        )
      })}
      {files.map(({ file, sheet, day, older }) =>
        older.length === 0 || day === null ? null : (
          <Alert
            key={`${file} ${sheet ?? ''}`}
            color="yellow"
            role="alert"
            title={words.older(file, sayShortDay(day, language))}
          >
            <Text size="sm">{words.olderDetail}</Text>
            <List size="sm">
              {older.map(({ header, count, since }) => (
                <List.Item key={header}>
                  {words.olderField(header, sayCount(count, language), sayShortDay(since, language))}
                </List.Item>
              ))}
            </List>
          </Alert>
        ),
      )}
    </>
  )
}
