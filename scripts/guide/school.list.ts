import type { Page } from 'playwright-core'

type Line = {
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly birthOn: string
  readonly employment: {
    readonly organisation: { readonly code: string }
    readonly position: { readonly name: string }
    readonly rate: number
    readonly main: boolean
    readonly hiredOn: string
  } | null
}

const PEOPLE = 14
const HEADER = 'Код ОО;Фамилия;Имя;Отчество;Дата рождения;Должность;Ставка;Основное место работы;Принят'

/** The list of one school as it would come a week later: some work less, one is new, one row is wrong, and somebody is gone. */
export async function laterList(page: Page, school: string): Promise<Buffer> {
  const ask = async (path: string) => (await page.request.get(new URL(path, page.url()).href)).json()
  const { items: schools } = await ask(`/api/organisations?q=${encodeURIComponent(school)}&size=1`)
  const { items } = await ask(`/api/people?organisation=${schools[0].id}&size=${PEOPLE}`)
  const lines: string[] = []
  for (const { employment: here, ...person } of items as readonly Line[]) {
    if (here === null) continue
    const rate = lines.length % 4 === 1 ? here.rate / 2 : here.rate
    const hired = lines.length === 6 ? '31.02.2019' : here.hiredOn
    const name = [person.surname, person.givenName, person.patronymic ?? '', person.birthOn]
    const work = [here.position.name, String(rate).replace('.', ','), here.main ? 'да' : 'нет', hired]
    lines.push([here.organisation.code, ...name, ...work].join(';'))
  }
  const [code = ''] = lines[0]?.split(';') ?? []
  lines.push([code, 'Рябинина', 'Елена', 'Олеговна', '14.03.1996', 'учитель', '1', 'да', '01.09.2025'].join(';'))
  return Buffer.from([HEADER, ...lines].join('\n'))
}

/** A list as a school keeps it: a title above, names in one cell, dates and yes in words, totals beneath. */
export const ownList = (school: string): Buffer =>
  Buffer.from(
    [
      `${school}: педагогические работники на 01.09.2025;;;;;;;`,
      '№ п/п;ФИО;ДР;Должность;Ставка;Основной;Принят на работу;Педстаж;Паспорт',
      '1;РЯБИНИНА Елена Олеговна;14.03.1996;уч. русского яз. и лит-ры;1 ст.;+;1.9.19;6 л.;4015 000000',
      '2;Клёнова (Осинина) Дарья Ильинична;02.07.1984;зам.дир. по УВР;1;да;сентябрь 2012;15 л. 3 мес.;4015 000001',
      '3;Вязов Олег Петрович;1979;уч. физ-ры;0,5;-;01.10.2020 г.;менее года;4015 000002',
      ';Итого;3;;;;;;',
    ].join('\n'),
  )
