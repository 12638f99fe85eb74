/** The same day so many months later, or the last day of that month: 31 January and one month is 28 February. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + (month - 1) + Math.round(months);
  const [newYear, newMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const newDate = Math.min(date, daysIn(newYear, newMonth));
  return `${String(newYear).padStart(4, '0')}-${padded(newMonth)}-${padded(newDate)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
