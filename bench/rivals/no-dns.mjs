// A browser resolves no names: what @xmpp/client's own builds leave out, too.
export default {};
