/** Enters the portal as a guest; every later page of the browser context is signed in. */
export async function signIn(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Dynoscope, home' }).waitFor();
  await page.close();
}
