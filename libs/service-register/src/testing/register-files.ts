const header =
  'type,code,kind,name_kk,name_ru,name_en,subordinate_to_president,authority,resource_url,entered_on,act,body';

/** A register as CSV text with the usual header. */
export const csvRegister = (...rows: readonly string[]): string => [header, ...rows].join('\n');

export const ministryRow = 'body,mne,CENTRAL,Ұлттық экономика министрлігі,Министерство национальной экономики,,no,,,,,';
export const agencyRow =
  'body,adgs,CENTRAL,Мемлекеттік қызмет істері агенттігі,Агентство по делам государственной службы,,yes,PUBLIC_SERVICES,https://www.gov.kz,,,';
export const akimatRow = 'body,almaty,LOCAL_EXECUTIVE,Алматы қаласының әкімдігі,Акимат города Алматы,,no,,,,,';
export const serviceRow = (code = '00403005', body = 'mne', name = 'Анықтама беру') =>
  `service,${code},,${name},Выдача справки,,,,,2016-05-20,"Приказ от 20 мая 2016 года № 1",${body}`;
export const sectionRow = (code = '004', ru = 'Архивы и документы') =>
  `section,${code},,Мұрағаттар мен құжаттар,${ru},,,,,,,`;
