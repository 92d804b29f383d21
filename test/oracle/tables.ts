/** One column of the table of exchange.md, in its order from left to right. */
export type Column = {
  name: string
  kind: 'text' | 'code' | 'position' | 'list' | 'date' | 'number' | 'closed' | 'snils'
  required?: true
  /** The number must be greater than this. */
  above?: number
  /** The number must be this at least. */
  least?: number
  /** The column whose number may not be exceeded. */
  upTo?: string
  values?: string[]
  /** A cell of a person: which person of the row (the mentor is 0, the mentee 1) and which part. */
  person?: { index: number; part: 'snils' | 'surname' | 'name' | 'patronymic' | 'birth' }
}

export type TableId =
  | 'organisations'
  | 'staff'
  | 'learning'
  | 'diagnostics'
  | 'events'
  | 'attendance'
  | 'communities'
  | 'members'
  | 'mentoring'
  | 'pools'
  | 'staffing'

export type Reference = { column: string; to: TableId; code: string }

export type Table = {
  id: TableId
  file: string
  sheet: string | null
  columns: Column[]
  /** How many persons a row names, and whether СНИЛС alone is enough for them (everywhere but in staff). */
  persons: number
  /** The columns that, with the persons, tell one record from another. */
  key: string[]
  /** Start and end of which the end may not be before the start. */
  span?: { start: string; end: string }
  reference?: Reference
}

const YES_NO = ['да', 'нет']

const text = (name: string): Column => ({ name, kind: 'text' })
const code = (name: string): Column => ({ name, kind: 'code', required: true })
const date = (name: string): Column => ({ name, kind: 'date' })
const closed = (name: string, values: string[]): Column => ({ name, kind: 'closed', values, required: true })
const must = (column: Column): Column => ({ ...column, required: true })

function person(index: number, suffix: string): Column[] {
  return [
    { name: `СНИЛС${suffix}`, kind: 'snils', person: { index, part: 'snils' } },
    { name: `Фамилия${suffix}`, kind: 'text', person: { index, part: 'surname' } },
    { name: `Имя${suffix}`, kind: 'text', person: { index, part: 'name' } },
    { name: `Отчество${suffix}`, kind: 'text', person: { index, part: 'patronymic' } },
    { name: `Дата рождения${suffix}`, kind: 'date', person: { index, part: 'birth' } },
  ]
}

/** The files of exchange.md in the order in which they load. */
export const TABLES: Table[] = [
  {
    id: 'organisations',
    file: 'organisations.xlsx',
    sheet: null,
    persons: 0,
    columns: [
      code('Код'),
      must(text('Краткое наименование')),
      closed('Тип', ['школа', 'ДОУ', 'УДО', 'ИМЦ', 'ЦППМСП']),
      { name: 'Обучающихся', kind: 'number', least: 0 },
      date('Модель наставничества внедрена с'),
      date('Действует по'),
    ],
    key: ['Код'],
  },
  {
    id: 'staff',
    file: 'staff.xlsx',
    sheet: null,
    persons: 1,
    columns: [
      code('Код ОО'),
      { name: 'Фамилия', kind: 'text', required: true, person: { index: 0, part: 'surname' } },
      { name: 'Имя', kind: 'text', required: true, person: { index: 0, part: 'name' } },
      { name: 'Отчество', kind: 'text', person: { index: 0, part: 'patronymic' } },
      text('Пол'),
      { name: 'Дата рождения', kind: 'date', required: true, person: { index: 0, part: 'birth' } },
      { name: 'СНИЛС', kind: 'snils', person: { index: 0, part: 'snils' } },
      { name: 'Должность', kind: 'position', required: true },
      { name: 'Предметы', kind: 'list' },
      { name: 'Ставка', kind: 'number', required: true, above: 0 },
      closed('Основное место работы', YES_NO),
      must(date('Принят')),
      date('Уволен'),
      date('Педагогический стаж с'),
      text('Категория'),
      text('Уровень образования'),
      { name: 'Педагогическое образование', kind: 'closed', values: YES_NO },
    ],
    key: ['Код ОО', 'Должность', 'Принят'],
    span: { start: 'Принят', end: 'Уволен' },
    reference: { column: 'Код ОО', to: 'organisations', code: 'organisation_unknown' },
  },
  {
    id: 'learning',
    file: 'learning.csv',
    sheet: null,
    persons: 1,
    columns: [
      ...person(0, ''),
      must(text('Программа')),
      closed('Вид', ['повышение квалификации', 'профессиональная переподготовка']),
      closed('Форма', ['очная', 'дистанционная', 'очно-дистанционная']),
      must(text('Провайдер')),
      { name: 'Часов', kind: 'number', required: true, above: 0 },
      text('Тема'),
      must(date('Начало')),
      must(date('Окончание')),
      text('Номер документа'),
    ],
    key: ['Программа', 'Начало', 'Окончание'],
    span: { start: 'Начало', end: 'Окончание' },
  },
  {
    id: 'diagnostics',
    file: 'diagnostics.csv',
    sheet: null,
    persons: 1,
    columns: [
      ...person(0, ''),
      must(text('Диагностика')),
      closed('Компетенции', ['Предметные', 'Методические', 'Психолого-педагогические', 'Коммуникативные', 'ИКТ']),
      must(date('Дата')),
      { name: 'Балл', kind: 'number', required: true, least: 0, upTo: 'Максимум' },
      { name: 'Максимум', kind: 'number', required: true, above: 0 },
      closed('Пройдена', YES_NO),
    ],
    key: ['Диагностика', 'Компетенции', 'Дата'],
  },
  {
    id: 'events',
    file: 'events.xlsx',
    sheet: 'Мероприятия',
    persons: 0,
    columns: [
      code('Код'),
      must(text('Название')),
      must(text('Вид')),
      must(date('Дата')),
      code('Организатор'),
      closed('Уровень', ['район', 'организация']),
      text('Тема'),
      text('Аудитория'),
    ],
    key: ['Код'],
    reference: { column: 'Организатор', to: 'organisations', code: 'organisation_unknown' },
  },
  {
    id: 'attendance',
    file: 'events.xlsx',
    sheet: 'Участие',
    persons: 1,
    columns: [code('Код мероприятия'), ...person(0, '')],
    key: ['Код мероприятия'],
    reference: { column: 'Код мероприятия', to: 'events', code: 'event_unknown' },
  },
  {
    id: 'communities',
    file: 'communities.xlsx',
    sheet: 'Сообщества',
    persons: 0,
    columns: [
      code('Код'),
      must(text('Название')),
      must(text('Вид')),
      // "**Closed lists**: … Уровень (of events, communities)": the values are those that the events name.
      closed('Уровень', ['район', 'организация']),
    ],
    key: ['Код'],
  },
  {
    id: 'members',
    file: 'communities.xlsx',
    sheet: 'Участники',
    persons: 1,
    columns: [code('Код сообщества'), ...person(0, ''), text('Роль'), must(date('С')), date('По')],
    key: ['Код сообщества', 'С'],
    span: { start: 'С', end: 'По' },
    reference: { column: 'Код сообщества', to: 'communities', code: 'community_unknown' },
  },
  {
    id: 'mentoring',
    file: 'mentoring.csv',
    sheet: null,
    persons: 2,
    columns: [...person(0, ' наставника'), ...person(1, ' наставляемого'), text('Форма'), must(date('С')), date('По')],
    key: ['С'],
    span: { start: 'С', end: 'По' },
  },
  {
    id: 'pools',
    file: 'pools.csv',
    sheet: null,
    persons: 1,
    columns: [must(text('Вид')), ...person(0, ''), must(date('Включён')), date('Исключён'), text('Основание')],
    key: ['Вид', 'Включён'],
    span: { start: 'Включён', end: 'Исключён' },
  },
  {
    id: 'staffing',
    file: 'staffing.xlsx',
    sheet: null,
    persons: 0,
    columns: [
      code('Код ОО'),
      { name: 'Должность', kind: 'position', required: true },
      { name: 'Ставок по штату', kind: 'number', required: true, least: 0 },
      { name: 'Занято ставок', kind: 'number', required: true, least: 0, upTo: 'Ставок по штату' },
      must(date('На дату')),
    ],
    key: ['Код ОО', 'Должность', 'На дату'],
    reference: { column: 'Код ОО', to: 'organisations', code: 'organisation_unknown' },
  },
]

/** The table of that name. */
export function tableOf(id: TableId): Table {
  for (const table of TABLES) if (table.id === id) return table
  throw new Error(`no table ${id}`)
}
