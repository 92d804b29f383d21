import { defineWords } from '../../../web/words.ts'

/** Words that several pages of documents share. */
export const documentWords = defineWords(
  {
    kinds: {
      participation: 'Сертификат участника, слушателя, докладчика',
      upskilling: 'Удостоверение о повышении квалификации',
      retraining: 'Диплом о профессиональной переподготовке',
      activity: 'Сертификат методической активности',
    },
    shortKinds: {
      participation: 'Сертификат',
      upskilling: 'Удостоверение',
      retraining: 'Диплом',
      activity: 'Сертификат активности',
    },
    parts: { participant: 'участник', listener: 'слушатель', speaker: 'докладчик' },
    states: { printing: 'печатается', issued: 'действует', replaced: 'заменён', revoked: 'отозван' },
    number: (number: string) => `Документ № ${number}`,
    download: 'Скачать PDF',
    hours: (hours: string) => `${hours} ч`,
    save: 'Записать',
    cancel: 'Отмена',
    sendBackTitle: 'Вернуть с пояснением',
    sendBack: 'Вернуть',
    toMend: 'Что поправить',
  },
  {
    kinds: {
      participation: 'Certificate of a participant, listener, speaker',
      upskilling: 'Certificate of further training',
      retraining: 'Diploma of professional retraining',
      activity: 'Certificate of methodical activity',
    },
    shortKinds: {
      participation: 'Certificate',
      upskilling: 'Further training',
      retraining: 'Diploma',
      activity: 'Certificate of activity',
    },
    parts: { participant: 'participant', listener: 'listener', speaker: 'speaker' },
    states: { printing: 'being printed', issued: 'in force', replaced: 'replaced', revoked: 'revoked' },
    number: (number) => `Document no. ${number}`,
    download: 'Download the PDF',
    hours: (hours) => `${hours} h`,
    save: 'Save',
    cancel: 'Cancel',
    sendBackTitle: 'Send back with a word',
    sendBack: 'Send back',
    toMend: 'What to mend',
  },
)
