import { expect, test } from 'vitest'
import { type PaperFacts, paperSheet } from './paper.ts'
import { sayDays, sayHoursOf } from './russian.days.ts'

const facts: PaperFacts = {
  called: { surname: 'Иванова', givenName: 'Анна', patronymic: 'Сергеевна', sex: null },
  about: { kind: 'upskilling', title: 'Оценивание на уроке', startsOn: '2026-11-01', endsOn: '2026-11-20', hours: 36 },
  ...{ number: 'ПК-0001/2026', issuedOn: '2026-11-21', replaces: null },
  issuer: { name: 'ИМЦ Заречного района', place: 'г. Зареченск', under: ['ул. Садовая, д. 1'] },
  signatory: { name: 'Р. Б. Сидоров', post: 'Директор' },
  proof: { address: 'https://rost.example/check/0123456789abcdef', svg: '<svg/>' },
}
const said = (changed: Partial<PaperFacts>): string =>
  paperSheet({ ...facts, ...changed })
    .lines.map(({ text }) => text)
    .join(' ')
    .replaceAll('\u00a0', ' ')

test('a paper is given to somebody, in the dative, in that she …', () => {
  expect(said({})).toBe(
    'Настоящее удостоверение выдано Ивановой Анне Сергеевне в том, что она с 1 по 20 ноября 2026 г. прошла повышение квалификации по дополнительной профессиональной программе «Оценивание на уроке» в объёме 36 часов',
  )
})

test('a diploma says what it gives: a qualification, or the right to another kind of work', () => {
  const about = {
    ...({
      kind: 'retraining',
      title: 'Методика химии',
      hours: 260,
      gives: 'qualification',
      given: 'Учитель химии',
    } as const),
    ...{ startsOn: '2026-02-01', endsOn: '2026-11-20' },
  }
  expect(paperSheet({ ...facts, about }).heading).toBe('ДИПЛОМ О ПРОФЕССИОНАЛЬНОЙ ПЕРЕПОДГОТОВКЕ')
  expect(said({ about })).toBe(
    'Настоящий диплом выдан Ивановой Анне Сергеевне в том, что она с 1 февраля по 20 ноября 2026 г. прошла профессиональную переподготовку по дополнительной профессиональной программе «Методика химии» в объёме 260 часов. Диплом подтверждает присвоение квалификации «Учитель химии»',
  )
  expect(said({ about: { ...about, gives: 'work', given: 'образование' } })).toContain(
    'Диплом даёт право на ведение профессиональной деятельности в сфере «образование»',
  )
})

test('where nobody can say the case, the sentence is another one and the name stays as it is', () => {
  const called = { surname: 'Заяц', givenName: 'Иван', patronymic: 'Иванович', sex: null }
  const about = {
    ...({ kind: 'participation', part: 'speaker', title: 'Школа без домашних заданий', hours: null } as const),
    ...{ startsOn: '2026-11-20', endsOn: '2026-11-20' },
  }
  expect(said({ called, about })).toBe(
    'подтверждает, что Заяц Иван Иванович выступил с докладом на мероприятии «Школа без домашних заданий» 20 ноября 2026 г.',
  )
  expect(said({ called: { ...called, patronymic: null }, about })).toContain('выступил(а) с докладом')
})

test('one in the place of another says so', () => {
  expect(paperSheet({ ...facts, replaces: '2026-11-21' }).number.replaceAll('\u00a0', ' ')).toBe(
    '№ ПК-0001/2026, взамен выданного 21 ноября 2026 г.',
  )
})

test('days and hours', () => {
  const days = (from: string, to: string): string => sayDays(from, to).replaceAll('\u00a0', ' ')
  expect(days('2026-11-28', '2026-12-03')).toBe('с 28 ноября по 3 декабря 2026 г.')
  expect(days('2026-12-28', '2027-01-03')).toBe('с 28 декабря 2026 г. по 3 января 2027 г.')
  const hours = [1, 2, 5, 21, 1.5].map((count) => sayHoursOf(count).replaceAll('\u00a0', ' '))
  expect(hours).toEqual(['1 часа', '2 часов', '5 часов', '21 часа', '1,5 часа'])
})
