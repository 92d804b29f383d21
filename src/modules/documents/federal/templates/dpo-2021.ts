import { RUSSIA } from '../facts.contract.ts'
import type { Column, Facts, Template } from './template.ts'

const YES_OR_NO = { true: 'Да', false: 'Нет' }
const NONE = 'нет'

const KINDS = {
  upskilling: 'Удостоверение о повышении квалификации',
  retraining: 'Диплом о профессиональной переподготовке',
}

const isRetraining = ({ kind }: Facts): boolean => kind === 'retraining'

const paper: readonly Column[] = [
  { title: 'Вид документа', of: ({ kind }) => kind, words: KINDS },
  { title: 'Статус документа', of: ({ says }) => says, words: { original: 'Оригинал', duplicate: 'Дубликат' } },
  {
    title: 'Подтверждение утраты',
    of: ({ first, cause }) => (first !== null && cause === null ? null : cause === 'lost'),
    words: YES_OR_NO,
    must: { fact: 'cause' },
  },
  { title: 'Подтверждение обмена', of: ({ cause }) => cause === 'exchanged', words: YES_OR_NO },
  { title: 'Подтверждение уничтожения', of: ({ isDestroyed }) => isDestroyed, words: YES_OR_NO },
  { title: 'Серия документа', of: () => null, otherwise: NONE },
  { title: 'Номер документа', of: ({ number }) => number },
  { title: 'Дата выдачи документа', of: ({ issuedOn }) => issuedOn, as: 'day' },
  { title: 'Регистрационный номер', of: ({ number }) => number },
]

const programme: readonly Column[] = [
  {
    title: 'Дополнительная профессиональная программа (повышение квалификации/ профессиональная переподготовка)',
    of: ({ kind }) => kind,
    words: { upskilling: 'Повышение квалификации', retraining: 'Профессиональная переподготовка' },
  },
  { title: 'Наименование дополнительной профессиональной программы', of: ({ title }) => title },
  {
    title: 'Наименование области профессиональной деятельности',
    of: ({ field }) => field,
    must: { fact: 'field' },
  },
  {
    title: 'Укрупненные группы специальностей',
    of: ({ group }) => group,
    must: { fact: 'group', when: isRetraining },
  },
  { title: 'Наименование квалификации, профессии, специальности', of: ({ gives }) => gives },
]

const educated: readonly Column[] = [
  {
    title: 'Уровень образования ВО/СПО',
    of: ({ education }) => education,
    words: { higher: 'Высшее образование', secondary: 'Среднее профессиональное образование' },
    must: { fact: 'education' },
  },
  {
    title: 'Фамилия указанная в дипломе о ВО или СПО',
    of: ({ diplomaSurname }) => diplomaSurname,
    must: { fact: 'diplomaSurname' },
  },
  { title: 'Серия документа о ВО/СПО', of: ({ diplomaSeries }) => diplomaSeries, otherwise: NONE },
  {
    title: 'Номер документа о ВО/СПО',
    of: ({ diplomaNumber }) => diplomaNumber,
    must: { fact: 'diplomaNumber' },
  },
]

const learning: readonly Column[] = [
  { title: 'Год начала обучения (для документа о квалификации)', of: ({ startYear }) => startYear, as: 'number' },
  { title: 'Год окончания обучения (для документа о квалификации)', of: ({ endYear }) => endYear, as: 'number' },
  { title: 'Срок обучения, часов (для документа о квалификации)', of: ({ hours }) => hours, as: 'number' },
]

const holder: readonly Column[] = [
  { title: 'Фамилия получателя', of: ({ surname }) => surname, must: { fact: 'surname' } },
  { title: 'Имя получателя', of: ({ givenName }) => givenName },
  { title: 'Отчество получателя', of: ({ patronymic }) => patronymic },
  { title: 'Дата рождения получателя', of: ({ birthOn }) => birthOn, as: 'day' },
  {
    title: 'Пол получателя',
    of: ({ sex }) => sex,
    words: { male: 'Муж', female: 'Жен' },
    must: { fact: 'sex' },
  },
  {
    title: 'СНИЛС',
    of: ({ snils }) => snils,
    must: { fact: 'snils', when: ({ citizenship }) => citizenship === null || citizenship === RUSSIA },
  },
  {
    title: 'Форма обучения',
    of: ({ studyForm }) => studyForm,
    words: { in_person: 'Очная', part_time: 'Очно-заочная', by_correspondence: 'Заочная' },
    must: { fact: 'studyForm' },
  },
  {
    title: 'Источник финансирования обучения',
    of: ({ funding }) => funding,
    words: { budget: 'Бюджетное обучение', paid: 'Платное обучение' },
    must: { fact: 'funding' },
  },
  {
    title: 'Форма получения образования на момент прекращения образовательных отношений',
    of: () => null,
    otherwise: 'в образовательной организации',
  },
  {
    title: 'Гражданство получателя (код страны по ОКСМ)',
    of: ({ citizenship }) => citizenship,
    must: { fact: 'citizenship' },
  },
]

const original: readonly Column[] = [
  {
    title: 'Наименование документа об образовании (оригинала)',
    of: ({ first, kind }) => (first === null ? null : kind),
    words: KINDS,
  },
  { title: 'Серия (оригинала)', of: ({ first }) => (first === null ? null : NONE) },
  { title: 'Номер (оригинала)', of: ({ first }) => first?.number },
  { title: 'Регистрационный N (оригинала)', of: ({ first }) => first?.number },
  { title: 'Дата выдачи (оригинала)', of: ({ first }) => first?.issuedOn, as: 'day' },
  { title: 'Фамилия получателя (оригинала)', of: ({ first }) => first?.surname },
  { title: 'Имя получателя (оригинала)', of: ({ first }) => first?.givenName },
  { title: 'Отчество получателя (оригинала)', of: ({ first }) => first?.patronymic },
  { title: 'Номер документа для изменения', of: ({ known }) => known },
]

/**
 * Documents of additional professional education: forty columns, as published programs that fill them in agree on them. Which
 * of them must not stay empty, and that a revoked document is told of as destroyed, is how these programs and methodical
 * advice have it; the template of the register itself stands behind a signature. A district compares it with the one it is
 * given, and another one is another file beside this.
 */
export const DPO_2021: Template = {
  code: 'dpo-2021',
  since: '2021-01-01',
  kinds: ['upskilling', 'retraining'],
  sheet: 'Шаблон',
  columns: [...paper, ...programme, ...educated, ...learning, ...holder, ...original],
}
