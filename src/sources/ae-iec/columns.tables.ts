/** Columns of the sheets by their heads without blanks, and what each holds. Persons and bodies name theirs differently. */
export const COLUMNS: Readonly<Record<string, string>> = {
  '#': 'number',
  التصنيف: 'category',
  الجنسية: 'nationality',
  'اسمالعائلة(بالحروفالعربية)': 'surnameArabic',
  'اسمالعائلة(بالحروفاللاتينية)': 'surnameLatin',
  'الاسمالكامل(بالحروفالعربية)': 'nameArabic',
  'الاسمالكامل(بالحروفاللاتينية)': 'nameLatin',
  'الاسم(بالحروفالعربية)': 'nameArabic',
  'الاسم(بالحروفاللاتينية)': 'nameLatin',
  تاريخالميلاد: 'birthDate',
  مكانالميلاد: 'birthPlace',
  الاسم: 'knownAs',
  الشارع: 'street',
  المدينة: 'city',
  الدولة: 'country',
  النوع: 'documentType',
  رقمالوثيقة: 'documentNumber',
  جهةالإصدار: 'issuer',
  تاريخالإصدار: 'issued',
  تاريخالانتهاء: 'expires',
  معلوماتأخرى: 'basis',
  قرارالإدراج: 'basis',
  قراررفعالإدراج: 'delisting',
}

/** Sheets whose rows have been taken off the list. */
export const DELISTED_SHEET = /رفع\s*الإدراج/u

/** Words for no value. */
export const NOTHING = new Set(['-', '–', 'لا يوجد', 'غير متوفر'])

/** What a paper is, by its kind without blanks, and the property that holds its number. */
export const PAPERS: Readonly<Record<string, string>> = {
  جوازسفر: 'passportNumber',
  جوازالسفر: 'passportNumber',
  جوازسفريمني: 'passportNumber',
  جوازسفرسعودي: 'passportNumber',
  الرقمالموحد: 'idNumber',
  بطاقةالهوية: 'idNumber',
  رقمالهوية: 'idNumber',
  رخصةتجارية: 'registrationNumber',
  تأشيرةسياحية: '',
}
