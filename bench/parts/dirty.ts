import { type Cell, cellText } from '../../test/oracle/cells.ts'
import type { District, MadeSheet } from '../../test/oracle/district.ts'

type Dirty = (text: string) => string

const POSITIONS: Readonly<Record<string, string>> = { учитель: 'уч.', воспитатель: 'воспит.', методист: 'метод.' }
const CATEGORIES: Readonly<Record<string, string>> = {
  высшая: 'ВКК, 25.03.2022',
  первая: '1 КК до 25.04.2026',
  СЗД: 'соотв. занимаемой должности',
}

/** What is done to the cells of a column, by its header: something that has to be set right, in nearly every one. */
const COLUMNS: Readonly<Record<string, Dirty>> = {
  'Дата рождения': (day) => day.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$1-$2-$3 г.'),
  СНИЛС: (snils) => snils && `№ ${snils}`,
  Должность: (position) => POSITIONS[position] ?? position,
  Предметы: (subjects) => subjects.replaceAll(',', ' ;'),
  Ставка: (rate) => `${rate} ст.`,
  'Основное место работы': (main) => ({ да: '+', нет: 'совм.' })[main.toLowerCase()] ?? main,
  Принят: (day) => day && `${day} г.`,
  Уволен: (day) => (day === '' ? '—' : `${day} г.`),
  'Педагогический стаж с': (day) => day && `с ${day}`,
  Категория: (category) => CATEGORIES[category] ?? category,
  'Уровень образования': (level) => ({ высшее: 'в/о', 'среднее профессиональное': 'ср.-спец.' })[level] ?? level,
  'Педагогическое образование': (has) => ({ да: '+', нет: '0' })[has.toLowerCase()] ?? has,
}

/** The staff of a district as a tired school writes it: names in one cell, a dozen things to set right in each row. */
export function dirtied(district: District): District {
  const sheets = district.sheets.map((sheet) => (sheet.table === 'staff' ? dirtiedStaff(sheet) : sheet))
  return { ...district, sheets }
}

function dirtiedStaff(sheet: MadeSheet): MadeSheet {
  const header = (sheet.rows[sheet.header] ?? []).map((cell) => cellText(cell))
  const [surname, given, patronymic] = ['Фамилия', 'Имя', 'Отчество'].map((name) => header.indexOf(name))
  const rows = sheet.rows.map((row, at): Cell[] => {
    if (at < sheet.header) return row
    const kept = row.flatMap((cell, place): Cell[] => {
      if (place === given || place === patronymic) return []
      if (at === sheet.header) return [place === surname ? 'ФИО' : cell]
      if (place === surname)
        return [
          [surname, given, patronymic]
            .map((one) => cellText(row[one ?? -1]))
            .join(' ')
            .trim(),
        ]
      const dirty = COLUMNS[header[place] ?? '']
      return [dirty === undefined ? cell : dirty(cellText(cell))]
    })
    return kept
  })
  return { ...sheet, rows }
}
