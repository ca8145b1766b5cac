/** The largest stanza a client may send, in bytes of UTF-8; what Prosody allows too. */
export const MAX_STANZA_BYTES = 256 * 1024;
