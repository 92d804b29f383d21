import { Button, Group as Line, Loader, Text, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useReducer, useRef } from 'react'
import { Problem } from '../../../web/api.ts'
import { formOf, sayCount, today } from '../../../web/formats.ts'
import { ProblemNote } from '../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../web/language.tsx'
import type { Preview, SubjectView, TermsView } from '../asking/populations.contract.ts'
import type { Population } from '../population.contract.ts'
import './editor.css'
import { begin, type Editing, type Part, reduce } from './editing.ts'
import { EditorProvider } from './editor.context.ts'
import { faultsByNode, faultsUnder, finished, termsOf } from './finish.ts'
import { GroupPart } from './group.part.tsx'
import { PreviewPanel } from './preview.panel.tsx'
import { write } from './tree.ts'
import { usePreview } from './use-preview.ts'
import { useTerms } from './use-terms.ts'
import { populationWords } from './words.ts'

type Props = {
  readonly label: string
  readonly subject: string
  /** As it stands when the editor opens; from then on the editor holds it. Another `key` opens it anew. */
  readonly value: Population
  /** Only among these: the denominator of a share. */
  readonly among?: Population | undefined
  readonly date?: string | undefined
  /** What the server refused, by the path within the population. */
  readonly faults?: ReadonlyMap<string, string>
  onChange(population: Population): void
  /** How many conditions have no value yet and how many groups no condition; told when the editor opens, too. */
  onUnfinished?(count: number): void
}

/**
 * Builds a population without typing a formula: rows of conditions in groups, by mouse and by keyboard. Its sentence
 * stands above, who matches beside. Typed values are kept by whoever holds `value`; undo lives as long as the page.
 */
export function PopulationEditor(props: Props): ReactNode {
  const terms = useTerms()
  const words = useWords(populationWords)
  if (terms.isError) return <ProblemNote error={terms.error} onRetry={() => terms.refetch()} />
  if (terms.data === undefined) return <Loader aria-label={words.counting} />
  return <Editor {...props} view={terms.data} />
}

const NONE: ReadonlyMap<string, string> = new Map()

function Editor({
  label,
  subject,
  value,
  among,
  date,
  faults = NONE,
  onChange,
  onUnfinished,
  view,
}: Props & { view: TermsView }): ReactNode {
  const words = useWords(populationWords)
  const { language } = useLanguage()
  const [state, edit] = useReducer(reduce, value, begin)
  const terms = useMemo(() => termsOf(view.subjects), [view])
  const { root } = state
  const whole = useMemo(() => write(root), [root])
  const done = useMemo(() => finished(root, subject, terms), [root, subject, terms])
  const asked = useMemo(() => write(done.root), [done])
  const preview = usePreview({
    subject,
    population: asked.population,
    ...(among !== undefined && { among }),
    ...(date !== undefined && { date }),
  })
  const place = useFocus(state)
  useTold(whole, () => onChange(whole.population))
  useUnfinished(done.unfinished.size, onUnfinished)
  const refused = preview.error instanceof Problem && !preview.isOld ? preview.error.fields : NONE
  const hold = {
    root,
    terms,
    lists: view.lists,
    day: date ?? today(),
    unfinished: done.unfinished,
    faults: new Map([
      ...faultsByNode(faultsUnder(refused, 'population'), asked.places),
      ...faultsByNode(faults, whole.places),
    ]),
    edit,
  }
  const data = preview.data
  const said = data === undefined ? '\u00a0' : sentenceOf(data.sentence[language])
  const known = terms.subject(subject)
  return (
    <section ref={place} className="rost-editor" aria-label={label} onKeyDown={(event) => travel(event, edit)}>
      <Text component="h3" size="sm" fw={600} c="dimmed">
        {label}
      </Text>
      <p className="rost-editor-sentence" data-old={preview.isOld || undefined}>
        {said}
      </p>
      <VisuallyHidden role="status">
        {preview.isOld || data === undefined ? '' : announce(data, known, language, words)}
      </VisuallyHidden>
      <div className="rost-editor-body">
        <EditorProvider value={hold}>
          <div className="rost-editor-conditions">
            <GroupPart group={root} subject={subject} what={label} />
            <Line gap="xs" mt="xs">
              <Button
                size="compact-sm"
                variant="subtle"
                aria-keyshortcuts="Control+Z"
                aria-disabled={state.past.length === 0}
                onClick={() => edit({ is: 'undo' })}
              >
                {words.undo}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-keyshortcuts="Control+Shift+Z"
                aria-disabled={state.future.length === 0}
                onClick={() => edit({ is: 'redo' })}
              >
                {words.redo}
              </Button>
            </Line>
          </div>
        </EditorProvider>
        <div>
          {done.unfinished.size === 0 ? null : (
            <Text size="sm" mb="xs">
              {words.unfinishedMany}
            </Text>
          )}
          {preview.error === null || preview.isOld || refused.size > 0 ? null : (
            <ProblemNote error={preview.error} onRetry={() => preview.refetch()} />
          )}
          <PreviewPanel preview={data} isOld={preview.isOld} subject={known} />
        </div>
      </div>
    </section>
  )
}

/**
 * Moves the focus where the last edit asks for it: rows are drawn anew when they go to another group. Where a step back
 * took away what had the focus, it stays in the editor.
 */
function useFocus({ focus, root }: Editing) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus === null) return
    const control = controlOf(place.current, focus.id, focus.part) ?? controlOf(place.current, focus.id, 'remove')
    control?.focus()
  }, [focus])
  const shown = useRef(root)
  useEffect(() => {
    if (shown.current === root) return
    shown.current = root
    if (document.activeElement === document.body) controlOf(place.current, root.id, 'add')?.focus()
  })
  return place
}

const CONTROLS = 'input, select, button'

function controlOf(editor: HTMLElement | null, id: number, part: Part): HTMLElement | undefined {
  const found = editor?.querySelector<HTMLElement>(`[data-focus="${id}:${part}"]`) ?? undefined
  return found?.matches(CONTROLS) ? found : (found?.querySelector<HTMLElement>(CONTROLS) ?? undefined)
}

/** Tells the holder of every change of the tree, and of nothing else. */
function useTold(whole: unknown, tell: () => void): void {
  const told = useRef(whole)
  useEffect(() => {
    if (told.current === whole) return
    told.current = whole
    tell()
  })
}

function useUnfinished(count: number, tell: ((count: number) => void) | undefined): void {
  const told = useRef<number>(undefined)
  useEffect(() => {
    if (told.current === count) return
    told.current = count
    tell?.(count)
  })
}

/** Keys by their place: on a Russian keyboard Z is Я. */
function travel(event: KeyboardEvent, edit: (edit: { is: 'undo' | 'redo' }) => void): void {
  if (!(event.ctrlKey || event.metaKey) || (event.code !== 'KeyZ' && event.code !== 'KeyY')) return
  event.preventDefault()
  edit({ is: event.code === 'KeyY' || event.shiftKey ? 'redo' : 'undo' })
}

const sentenceOf = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function announce(
  { sentence, counts }: Preview,
  subject: SubjectView | undefined,
  language: 'ru' | 'en',
  words: (typeof populationWords)['ru'],
): string {
  const text = sentenceOf(sentence[language])
  if (counts === null) return `${text}. ${words.closed}`
  const count = `${sayCount(counts.matched, language)} ${formOf(counts.matched, language, subject?.forms ?? { other: '' })}`
  return words.announce(text, count, words.unknownCount(sayCount(counts.unknown, language)))
}
