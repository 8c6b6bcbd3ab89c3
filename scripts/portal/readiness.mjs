import { request } from './request.mjs';

/** The page is served and all its scripts are compiled. */
export async function pageAnswers(url) {
  const page = await request(url);
  if (page.status !== 200) return false;
  const scripts = [...page.body.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)];
  if (scripts.length === 0) return false;
  for (const [, source] of scripts) {
    // The development server holds the answer back until it has compiled.
    const script = await request(new URL(source, url), { timeoutMs: 120000 });
    if (script.status !== 200) return false;
  }
  return true;
}

/** All plugins have started, a guest can sign in, and our API answers. */
export async function apiAnswers(url) {
  const health = await request(`${url}/.backstage/health/v1/readiness`);
  if (health.status !== 200) return false;
  const token = await guestToken(url);
  if (!token) return false;
  const checks = await request(`${url}/api/performance/checks`, { token });
  return checks.status === 200;
}

/** The catalog has read its first entities. */
export async function catalogHasEntities(url) {
  const token = await guestToken(url);
  if (!token) return false;
  const { status, body } = await request(
    `${url}/api/catalog/entities/by-query?limit=0&filter=kind=component`,
    { token },
  );
  return status === 200 && JSON.parse(body).totalItems > 0;
}

/** A model server has loaded its model. */
export async function modelServerAnswers(url) {
  return (await request(`${url}/v2/health/ready`)).status === 200;
}

async function guestToken(url) {
  const { status, body } = await request(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  return status === 200 ? JSON.parse(body).backstageIdentity.token : undefined;
}

/** Asks again and again until the answer is yes; no after `timeoutMs`. */
export async function until(question, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await question()) return true;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}
