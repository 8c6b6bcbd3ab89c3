import { until } from './until.mjs';

/** Waits until a page keeps its size: the frame and the charts follow a new width a little later. */
export async function settled(page) {
  let last;
  await until(
    'a page that keeps its size',
    () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const drawings = document.querySelectorAll('svg').length;
        return `${scrollWidth} × ${scrollHeight}, ${drawings}`;
      }),
    size => {
      const isSame = size === last;
      last = size;
      return isSame;
    },
    10,
  );
}
