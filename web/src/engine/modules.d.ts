declare module 'padan-module' {
  export function loadModule(): Promise<import('./core').PadanModule>;
}
declare module 'padan-glue' {
  // biome-ignore lint/style/noDefaultExport: so Emscripten exports it
  export default function createPadan(options: { wasmBinary: ArrayBuffer }): Promise<import('./core').PadanModule>;
}
declare module 'padan-wasm' {
  export const wasmGzipBase64: string;
}
