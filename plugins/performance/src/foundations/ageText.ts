import type { Translate } from '../translation/useTranslation';

/** `12 min`, `3 h`, `9 days`; whole and rounded down. */
export function ageText(time: string, now: number, t: Translate): string {
  const minutes = Math.floor((now - Date.parse(time)) / 60_000);
  if (minutes < 1) return t('age.now');
  if (minutes < 60) return t('age.minutes', { number: String(minutes) });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return t('age.hours', { number: String(hours) });
  return t('age.days', { count: Math.floor(hours / 24) });
}

/** `12 min ago`. */
export function agoText(time: string, now: number, t: Translate): string {
  const age = ageText(time, now, t);
  return age === t('age.now') ? age : t('age.ago', { age });
}

/** `measured 12 minutes ago`. */
export function spokenAge(time: string, now: number, t: Translate): string {
  const minutes = Math.floor((now - Date.parse(time)) / 60_000);
  if (minutes < 1) return t('age.spokenNow');
  if (minutes < 60) return t('age.spokenMinutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? t('age.spokenHours', { count: hours })
    : t('age.spokenDays', { count: Math.floor(hours / 24) });
}
