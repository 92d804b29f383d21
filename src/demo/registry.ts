import type { Day } from './days.ts'
import { dayCell, type Sheet } from './sheets.ts'
import { DETAIL_COLUMNS, detailsOf } from './staff.details.ts'
import type { Organisation, Somebody, Story } from './story.ts'

export function organisationsSheet(organisations: readonly Organisation[], until: Day): Sheet {
  const told = (day: Day | null): Day | null => (day !== null && day > until ? null : day)
  return {
    file: 'organisations.xlsx',
    name: 'Организации',
    columns: [
      ...['Код', 'Краткое наименование', 'Тип', 'Обучающихся', 'Модель наставничества внедрена с', 'Действует по'],
      ...['Вид организации', 'Смен'],
    ],
    facts: organisations.map(({ code, name, type, pupils, mentoringModelOn, activeUntil, kind, shifts }) => ({
      on: '',
      cells: [code, name, type, pupils, dayCell(told(mentoringModelOn)), dayCell(activeUntil), kind, shifts],
    })),
  }
}

/** How registries also write a position. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'педагог дополнительного образования': 'ПДО',
  'заместитель директора': 'зам. директора',
}

/** The registry of staff as it is exported: by organisation, then by name. Days to come are not known yet. */
export function staffSheet(story: Story, staff: readonly Somebody[], until: Day): Sheet {
  const random = story.random('registry')
  const details = detailsOf(story, staff, until)
  const employments = staff
    .flatMap((somebody) => somebody.employments)
    .map((one) => ({
      ...one,
      details: details(one),
      shown: random.chance(0.15) ? (SPELLINGS[one.position] ?? one.position) : one.position,
    }))
    .sort((a, b) => compare(a.organisation.code, b.organisation.code) || compare(a.person.surname, b.person.surname))
  return {
    file: 'staff.xlsx',
    name: 'Сотрудники',
    columns: [
      ...'Код ОО,Фамилия,Имя,Отчество,Пол,Дата рождения,СНИЛС,Должность,Предметы,Ставка,Основное место работы,Принят,Уволен,Педагогический стаж с,Категория,Уровень образования,Педагогическое образование'.split(
        ',',
      ),
      ...DETAIL_COLUMNS,
    ],
    facts: employments.map(({ person, organisation, shown, subjects, rate, main, hired, dismissed, details }) => ({
      on: hired,
      cells: [
        ...[organisation.code, person.surname, person.given, person.patronymic, person.sex, dayCell(person.birth)],
        ...[person.snils, shown, subjects.length === 0 ? null : subjects.join(', '), rate, main ? 'да' : 'нет'],
        ...[dayCell(hired), dayCell(dismissed !== null && dismissed <= until ? dismissed : null)],
        ...[dayCell(person.experienceSince), person.category, person.education],
        person.pedagogical === null ? null : person.pedagogical ? 'да' : 'нет',
        ...details,
      ],
    })),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
