import type { Block } from '../../../../platform/documents/index.ts'
import { figureLink } from '../links.ts'
import type { NoteFacts } from '../note.facts.ts'
import { sayCount, sayMany } from '../russian.ts'

/** What could not be counted and why; counts and reasons alone, nobody is named. */
export function gapsSection(facts: NoteFacts): Block[] {
  const blocks = [...emptyFigures(facts), ...unknownPeople(facts), ...faultyRows(facts)]
  return [
    { is: 'heading', level: 1, text: 'Что не посчитано и почему' },
    ...(blocks.length === 0 ? [paragraph('Пробелов нет: посчитано всё, что загружено.')] : blocks),
  ]
}

const paragraph = (text: string): Block => ({ is: 'paragraph', text: [text] })

function emptyFigures(facts: NoteFacts): Block[] {
  const empty = facts.figures.filter(({ now }) => now.denominator === 0)
  if (empty.length === 0) return []
  const why = facts.masked
    ? 'считать не из кого, либо группа меньше пяти человек и результаты диагностики закрыты'
    : 'считать не из кого'
  return [
    paragraph(`Без значения — ${sayMany(empty.length, ['показатель', 'показателя', 'показателей'])} (${why}):`),
    {
      is: 'list',
      items: empty.map(({ code, title, sentence }) => [
        { text: code, href: figureLink(facts, code) },
        ` ${title}. Как считается: ${sentence}.`,
      ]),
    },
  ]
}

function unknownPeople(facts: NoteFacts): Block[] {
  const some = facts.figures.filter(({ sureness }) => sureness !== undefined && sureness.unsure > 0)
  if (some.length === 0) return []
  return [
    {
      is: 'table',
      caption: 'О ком не хватает сведений, чтобы сказать, учитывать ли их',
      columns: [
        { title: 'Код', width: 1 },
        { title: 'Сколько', width: 1, align: 'end' },
        { title: 'Почему', width: 6 },
      ],
      rows: some.map(({ code, sureness }) => [
        [{ text: code, href: figureLink(facts, code) }],
        [sayCount(sureness?.unsure ?? 0)],
        [reasonsOf(sureness?.reasons)],
      ]),
    },
  ]
}

function reasonsOf(reasons: ReadonlyMap<string, number> | undefined): string {
  const said = [...(reasons ?? [])].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
  return said.map(([reason, count]) => `${reason} — ${sayCount(count)}`).join('; ')
}

function faultyRows({ faultyRows: rows }: NoteFacts): Block[] {
  if (rows === undefined || rows.length === 0) return []
  return [
    {
      is: 'table',
      caption: 'Строки таблиц, которые не приняты и ждут исправления',
      columns: [
        { title: 'Файл', width: 3 },
        { title: 'Почему', width: 6 },
        { title: 'Строк', width: 1, align: 'end' },
      ],
      rows: rows.map(({ file, reason, count }) => [[file], [reason], [sayCount(count)]]),
    },
  ]
}
