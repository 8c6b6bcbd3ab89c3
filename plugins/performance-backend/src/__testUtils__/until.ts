/** Asks until the answer is not `undefined`, for at most so many milliseconds. */
export async function until<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Nothing within ${milliseconds} ms`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
