// UN permanent reference numbers (QDi.001, and QI.A.91.03 before 2014), unique ids of the UK (RUS0614), reference numbers of the EU.
const LIST_NUMBER = /^(?:[A-Z]{2}[ei]\.\d{3}|[A-Z]{2}\.[A-Z]\.\d{1,4}\.\d{2}|[A-Z]{3}\d{4}|EU\.\d{1,5}\.\d{1,3})$/i

/** Whether that is what a list calls one of its entries, in a form that no other kind of number has. */
export const isListNumber = (text: string): boolean => LIST_NUMBER.test(text)
