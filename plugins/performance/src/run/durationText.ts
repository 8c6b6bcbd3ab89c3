/** `3 min 10 s`, `40 s`, `1 h 5 min`; parts that are zero are left out. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const said = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}\u202f${unit}`);
  return said.join(' ') || '0\u202fs';
}
