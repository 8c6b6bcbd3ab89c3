/** What a request of a guest to the portal's API carries. */
export async function guestHeaders(backendUrl) {
  const signIn = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await signIn.json();
  return {
    authorization: `Bearer ${backstageIdentity.token}`,
    'content-type': 'application/json',
  };
}
