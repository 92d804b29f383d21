import type { Messages } from '../../platform/messages.ts'
import { claimMessages } from './claims/claims.messages.ts'
import { elsewhereMessages } from './elsewhere/elsewhere.messages.ts'
import { federalMessages } from './federal/federal.messages.ts'

const registerMessages = {
  ru: {
    problems: {
      letterhead_missing: {
        title: 'Бланк района ещё не заполнен',
        todo: 'Откройте «Бланк, подписи и номера» и напишите, от чьего имени выдаются документы.',
      },
      series_used: {
        title: 'Номера этой серии уже выданы',
        todo: 'Как они выглядят, больше не меняется. Уберите серию и начните новую.',
      },
      document_printing: {
        title: 'Документ ещё печатается',
        todo: 'Подождите минуту. Если он так и не появился, сообщите администратору.',
      },
      document_ended: {
        title: 'Документ уже не действует',
        todo: 'Его отозвали или заменили. Действующий найдёте в реестре по тому же номеру.',
      },
      holder_erased: {
        title: 'Человека нет в системе',
        todo: 'Его данные удалены, выдать ему новый документ нельзя. Прежний можно отозвать.',
      },
      no_such_document: {
        title: 'Документа с таким кодом нет',
        todo: 'Проверьте адрес под кодом на бумаге. Если он тот же, документ не настоящий: сообщите тому, от чьего имени он выдан.',
      },
      picture_too_large: { title: 'Картинка слишком большая', todo: 'Возьмите файл до 512 кБ.' },
    },
    fields: {
      hours_below_law: 'повышение квалификации — не меньше 16 часов; короче — сертификат участника',
      hours_in_tenths: 'не точнее десятой доли часа',
      series_pattern: 'фигурные скобки — только вокруг года: {YYYY} или {YY}',
      series_without_year: 'нужен год, {YYYY} или {YY}: счёт каждый год начинается заново',
      series_title_taken: 'серия с таким названием уже есть',
      series_numbers_taken: 'серия с такими номерами уже есть',
      series_retired: 'из этой серии больше не выдают',
      series_of_other_kind: 'эта серия для документов другого вида',
      signatory_not_then: 'в этот день подписывает кто-то другой',
      paper_of_other_kind: 'вид документа меняться не может',
      before_first_paper: 'раньше, чем выдан прежний',
      one_picture: 'выберите одну картинку',
      no_picture: 'это не PNG и не JPEG, как бы файл ни назывался',
      picture_points: 'больше {{most}} точек по стороне',
      picture_broken: 'картинка испорчена: её не удалось напечатать',
    },
    notifications: { given: 'Вам выдан документ: он в «Моих документах»' },
    kinds: {
      participation: 'Сертификат',
      upskilling: 'Удостоверение о повышении квалификации',
      retraining: 'Диплом о профессиональной переподготовке',
      activity: 'Сертификат методической активности',
    },
    states: { printing: 'печатается', issued: 'действует', replaced: 'заменён', revoked: 'отозван' },
    register: {
      sheet: 'Реестр документов',
      columns: {
        number: 'Номер',
        issuedOn: 'Дата выдачи',
        kind: 'Вид документа',
        holder: 'Кому выдан',
        title: 'За что',
        edition: 'Экземпляр',
        state: 'Сейчас',
      },
    },
  },
  en: {
    problems: {
      letterhead_missing: {
        title: 'The letterhead of the district is empty',
        todo: 'Open “Letterhead, signatures and numbers” and write in whose name documents are given.',
      },
      series_used: {
        title: 'Numbers of this series were given',
        todo: 'What they look like stays. Retire the series and begin another.',
      },
      document_printing: {
        title: 'The document is still being printed',
        todo: 'Wait a minute. Should it not come, tell the administrator.',
      },
      document_ended: {
        title: 'The document is good no more',
        todo: 'It was revoked or replaced. Find the one in force under the same number in the register.',
      },
      holder_erased: {
        title: 'The person is on record no more',
        todo: 'Their data was erased, and no new document can be given. The old one can be revoked.',
      },
      no_such_document: {
        title: 'There is no document with this code',
        todo: 'Compare the address under the code on the paper. If it is the same the paper is not genuine: tell whoever is said to have given it.',
      },
      picture_too_large: { title: 'The picture is too large', todo: 'Take a file of up to 512 kB.' },
    },
    fields: {
      hours_below_law: 'further training has at least 16 hours; for less there are certificates of participation',
      hours_in_tenths: 'no finer than a tenth of an hour',
      series_pattern: 'braces stand only around the year: {YYYY} or {YY}',
      series_without_year: 'the year is needed, {YYYY} or {YY}: the count begins anew each year',
      series_title_taken: 'there is a series of this title',
      series_numbers_taken: 'there is a series of these numbers',
      series_retired: 'this series gives no more numbers',
      series_of_other_kind: 'this series is for documents of another kind',
      signatory_not_then: 'somebody else signs on that day',
      paper_of_other_kind: 'the kind of a document cannot change',
      before_first_paper: 'before the one in whose place it is given',
      one_picture: 'choose one picture',
      no_picture: 'this is neither PNG nor JPEG, whatever the file is called',
      picture_points: 'more than {{most}} points a side',
      picture_broken: 'the picture is broken: it could not be printed',
    },
    notifications: { given: 'You were given a document: see “My documents”' },
    kinds: {
      participation: 'Certificate',
      upskilling: 'Certificate of further training',
      retraining: 'Diploma of professional retraining',
      activity: 'Certificate of methodical activity',
    },
    states: { printing: 'being printed', issued: 'in force', replaced: 'replaced', revoked: 'revoked' },
    register: {
      sheet: 'Register of documents',
      columns: {
        number: 'Number',
        issuedOn: 'Issued on',
        kind: 'Kind',
        holder: 'Given to',
        title: 'What for',
        edition: 'Edition',
        state: 'State',
      },
    },
  },
} as const

const wordsOf = (language: 'ru' | 'en') => {
  const { problems, fields, notifications, ...register } = registerMessages[language]
  const claims = claimMessages[language]
  const elsewhere = elsewhereMessages[language]
  const { federal, ...told } = federalMessages[language]
  return {
    ...register,
    federal,
    asked: { ...claims.asked, ...elsewhere.asked },
    tasks: { ...claims.tasks, ...elsewhere.tasks, ...told.tasks },
    problems: { ...problems, ...claims.problems, ...elsewhere.problems, ...told.problems },
    fields: { ...fields, ...claims.fields, ...elsewhere.fields, ...told.fields },
    notifications: { ...notifications, ...claims.notifications, ...elsewhere.notifications, ...told.notifications },
  }
}

export const documentsMessages = { ru: wordsOf('ru'), en: wordsOf('en') } as const satisfies Messages
