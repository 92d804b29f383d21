import type { Block } from '../../../../platform/documents/index.ts'
import { isNothing } from '../figures.ts'
import type { NoteFacts } from '../note.facts.ts'
import { TYPE_WORDS } from '../note.words.ts'
import { sayCount, sayDay, sayMany, sayOf, sayPeriod } from '../russian.ts'

/** What the note is about: which days, who and what stands behind it, how old the data are. */
export function aboutSection(facts: NoteFacts): Block[] {
  return [
    { is: 'heading', level: 1, text: 'О чём справка' },
    { is: 'paragraph', text: [daysOf(facts)] },
    ...(facts.within === undefined ? [] : [paragraph(limitedTo(facts.within))]),
    { is: 'paragraph', text: [backingOf(facts)] },
    { is: 'paragraph', text: [loadsOf(facts)] },
    ...(facts.masked
      ? [
          paragraph(
            'Показатели, которые опираются на результаты диагностики, показаны только для групп от пяти человек.',
          ),
        ]
      : []),
  ]
}

const paragraph = (text: string): Block => ({ is: 'paragraph', text: [text] })

function daysOf({ date, compare, period, figures }: NoteFacts): string {
  const count = sayMany(figures.length, ['показателя', 'показателей', 'показателей'])
  const earlier = figures.some(({ before }) => before !== undefined && !isNothing(before))
    ? `Значения сравниваются с теми, что были на ${sayDay(compare)}.`
    : `На ${sayDay(compare)} сведений нет, поэтому изменения не показаны.`
  return `В справке значения ${count} на ${sayDay(date)}; то, что считается за календарный год, посчитано ${sayPeriod(period)}. ${earlier}`
}

function limitedTo(organisations: readonly string[]): string {
  const names = organisations.length === 0 ? 'ни одной организации' : organisations.join('; ')
  return `Справка охватывает не весь район, а только: ${names}.`
}

function backingOf({ backing, date }: NoteFacts): string {
  const { people, pedagogues, organisations } = backing
  const whole = [...organisations.values()].reduce((sum, count) => sum + count, 0)
  if (people === 0 && whole === 0) return `Сведений о работниках и организациях на ${sayDay(date)} нет.`
  const types = [...organisations].map(([type, count]) => `${TYPE_WORDS[type]?.all ?? type} — ${sayCount(count)}`)
  const staff =
    people === 0
      ? 'Сведений о работниках нет'
      : `За значениями стоят сведения о${'\u00a0'}${sayOf(people, 'работнике', 'работниках')} (педагогов среди них ${sayCount(pedagogues)})`
  return `${staff}; организаций — ${sayCount(whole)}${types.length === 0 ? '' : ` (${types.join(', ')})`}.`
}

function loadsOf({ backing: { loads, lastLoad } }: NoteFacts): string {
  if (lastLoad === null) return 'Таблицы района ещё не загружались.'
  const count = sayMany(loads, ['загрузка', 'загрузки', 'загрузок'])
  return `Таблицы района загружены ${sayDay(lastLoad)} (всего ${count}). У каждого значения стоит ссылка на страницу, где видно, как оно посчитано и кто в него входит.`
}
