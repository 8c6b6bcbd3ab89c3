/**
 * The performance API as a guest sees it.
 *
 * @returns `get(path)`, which throws unless the answer is 200, and `until(path, holds)`
 */
export async function performanceApi(backendUrl) {
  const signIn = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await signIn.json();
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };

  async function get(path) {
    const response = await fetch(`${backendUrl}/api/performance${path}`, {
      headers,
    });
    if (response.status !== 200) {
      throw new Error(
        `GET ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json();
  }

  return {
    get,
    /** Asks four times a second until it holds, and gives that answer. */
    async until(path, holds, { seconds = 60 } = {}) {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const answer = await get(path);
        if (holds(answer)) {
          return answer;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `GET ${path}: not as expected after ${seconds} s: ${JSON.stringify(
              answer,
            ).slice(0, 2000)}`,
          );
        }
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    },
  };
}
