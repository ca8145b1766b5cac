/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Writes bytes, or a text in UTF-8, as base64. */
export function toBase64(data: string | Uint8Array): string {
  return btoa(String.fromCharCode(...(typeof data === 'string' ? utf8(data) : data)));
}

/** Reads base64 into bytes. Throws on text that is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
