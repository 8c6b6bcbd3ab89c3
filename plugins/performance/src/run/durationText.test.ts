import { durationText } from './durationText';

it.each([
  [0, '0 s'],
  [40, '40 s'],
  [60, '1 min'],
  [190, '3 min 10 s'],
  [3900, '1 h 5 min'],
  [59.6, '1 min'],
  [-5, '0 s'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(durationText(seconds).replace(/\u202f/g, ' ')).toBe(text);
});
