/** Whether a host name or address is this computer's own: `localhost` and below, `127.0.0.0/8`, `::1`. */
export function isLoopbackName(name: string): boolean {
  const host = name.toLowerCase();
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '::1' || isLoopbackV4(host)
  );
}

function isLoopbackV4(host: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(host);
}
