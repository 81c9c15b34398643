declare module 'webextension-polyfill' {
  const api: unknown;
  export default api;
}
