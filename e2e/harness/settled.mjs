/** Waits until a page keeps its size: the frame and the charts follow a new width a little later. */
export async function settled(page) {
  await page.waitForFunction(
    () => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const drawings = document.querySelectorAll('svg').length;
      const size = `${scrollWidth} × ${scrollHeight}, ${drawings}`;
      window.sizes = [...(window.sizes ?? []), size].slice(-3);
      return window.sizes.length === 3 && new Set(window.sizes).size === 1;
    },
    undefined,
    { polling: 60, timeout: 10_000 },
  );
  await page.evaluate(() => delete window.sizes);
}
