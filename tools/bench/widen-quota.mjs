/** Gives the demo tenant a quota that does not stand in the way of measuring. */
export const widenQuota = async ({ api, admin }, requestsPerSecond = 5000) => {
  const signIn = await fetch(`${api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(admin) });
  const headers = { cookie: signIn.headers.get('set-cookie').split(';')[0], 'content-type': 'application/json' };
  const { items } = await (await fetch(`${api}/v1/admin/tenants`, { headers })).json();
  await fetch(`${api}/v1/admin/tenants/${items[0].id}/quota-terms`, { method: 'POST', headers, body: JSON.stringify({ requests_per_second: requestsPerSecond, source: { document: 'bench' } }) });
};
