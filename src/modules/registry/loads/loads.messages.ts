/** Words of uploads and faulty rows; part of the registry's. */
export const loadMessages = {
  ru: {
    problems: {
      file_too_large: {
        title: 'Файл слишком велик: {{files}}',
        todo: 'Разделите его или сохраните как .xlsx: один файл может занимать не больше 64 МиБ.',
      },
      no_faulty_rows: {
        title: 'В этой загрузке нечего исправлять',
        todo: 'Все строки приняты, исправлены или уже удалены по сроку хранения.',
      },
    },
    fields: {
      file_repeated: 'этот файл прислан дважды: {{name}}',
    },
    loads: {
      reason: 'Причина',
      row: 'Строка {{row}}. {{message}}',
      fault: {
        internal: 'Внутренняя ошибка. Загрузите файлы ещё раз; если не поможет, сообщите администратору.',
        upload_lost: 'Загруженный файл пропал или повреждён на диске. Загрузите файлы ещё раз.',
        interrupted: 'Загрузку прервали. Загрузите файлы ещё раз: принятое не удвоится.',
      },
    },
  },
  en: {
    problems: {
      file_too_large: {
        title: 'The file is too large: {{files}}',
        todo: 'Split it or save it as .xlsx: a file may have 64 MiB at most.',
      },
      no_faulty_rows: {
        title: 'Nothing to correct in this load',
        todo: 'All rows were taken, mended, or removed when their time was over.',
      },
    },
    fields: {
      file_repeated: 'this file was sent twice: {{name}}',
    },
    loads: {
      reason: 'Reason',
      row: 'Row {{row}}. {{message}}',
      fault: {
        internal: 'Internal error. Upload the files again; if it does not help, tell the administrator.',
        upload_lost: 'An uploaded file was lost or damaged on the disk. Upload the files again.',
        interrupted: 'The load was broken off. Upload the files again: what was taken is not doubled.',
      },
    },
  },
} as const
