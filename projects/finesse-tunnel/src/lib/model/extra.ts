/** What stood in an element no field is known for: its text, its children by name, or several of either. */
export type ExtraValue = string | readonly ExtraValue[] | { readonly [name: string]: ExtraValue };

/**
 * Unknown child elements by their name as written, so that nothing a newer server tells is lost.
 *
 * Has no prototype: `extra['constructor']` is `undefined` unless the server sent such an element.
 */
export type Extra = Readonly<Record<string, ExtraValue>>;
