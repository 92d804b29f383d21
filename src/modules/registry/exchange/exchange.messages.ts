import type { Messages } from '../../../platform/messages.ts'

/** Words of loads; they name columns, never what stands in a cell. */
export const exchangeMessages = {
  ru: {
    row: {
      required_missing: 'Не заполнено: «{{column}}»',
      date_invalid: '«{{column}}»: не дата вида ДД.ММ.ГГГГ или такого дня нет',
      number_range: '«{{column}}»: не число или число вне допустимых границ',
      snils_checksum: '«{{column}}»: не СНИЛС, контрольные цифры не сходятся',
      value_unknown: '«{{column}}»: такого значения в списке нет',
      dates_order: '«{{column}}» раньше начала',
      code_unknown: '«{{column}}»: такого кода нет ни в одной загруженной строке',
      person_unknown: '«{{column}}»: такого человека в реестре нет',
      person_ambiguous: '«{{column}}»: таких людей несколько, укажите СНИЛС',
      person_conflict: '«{{column}}»: у человека с этим СНИЛС другая дата рождения',
      same_person: '«{{column}}»: наставник и наставляемый — один человек',
      record_repeated: '«{{column}}»: та же запись уже названа выше с другими значениями',
    },
    warning: {
      position_unclassified: 'Должности нет в классификаторе: человек не считается педагогом, пока её не отнесут',
    },
    file: {
      format_unsupported: 'Формат не поддерживается: сохраните файл как .xlsx или .csv',
      file_broken: 'Файл повреждён и не читается: сохраните его заново',
      file_encrypted: 'Файл защищён паролем: сохраните его без пароля',
      file_too_large: 'Файл слишком велик: разделите его',
      columns_missing: 'Нет обязательных столбцов: {{columns}}',
      file_unknown: 'Файла с таким именем нет в папке обмена, он не загружен',
    },
    refusal: {
      folder_unreadable: 'Папка {{folder}} не читается',
      district_unknown: 'Района с кодом {{code}} нет',
      districts_several: 'Районов несколько, укажите --district: {{codes}}',
    },
  },
  en: {
    row: {
      required_missing: '“{{column}}” is empty',
      date_invalid: '“{{column}}”: no date such as DD.MM.YYYY, or no such day',
      number_range: '“{{column}}”: no number, or out of range',
      snils_checksum: '“{{column}}”: no SNILS, its check digits are wrong',
      value_unknown: '“{{column}}”: not in the list',
      dates_order: '“{{column}}” is before the start',
      code_unknown: '“{{column}}”: no loaded row has this code',
      person_unknown: '“{{column}}”: nobody like this in the registry',
      person_ambiguous: '“{{column}}”: several people match, give the SNILS',
      person_conflict: '“{{column}}”: the person with this SNILS has another birth date',
      same_person: '“{{column}}”: mentor and mentee are one person',
      record_repeated: '“{{column}}”: an earlier row names the same record with other values',
    },
    warning: {
      position_unclassified: 'The position is not classified: the person is no pedagogue until somebody does it',
    },
    file: {
      format_unsupported: 'The format is not supported: save the file as .xlsx or .csv',
      file_broken: 'The file is damaged and cannot be read: save it again',
      file_encrypted: 'The file has a password: save it without',
      file_too_large: 'The file is too large: split it',
      columns_missing: 'Required columns are missing: {{columns}}',
      file_unknown: 'No file of the exchange folder has this name; it was left alone',
    },
    refusal: {
      folder_unreadable: 'The folder {{folder}} cannot be read',
      district_unknown: 'There is no district {{code}}',
      districts_several: 'There are several districts, name one by --district: {{codes}}',
    },
  },
} as const satisfies Messages
