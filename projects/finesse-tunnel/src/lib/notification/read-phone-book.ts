import type { Contact, PhoneBook } from '../model/phone-book';
import { list, object, text, uri, word } from './field-kinds';
import { type Field, fieldReader } from './field-table';

const readContact = fieldReader<Contact>({
  uri: uri(),
  firstName: text(),
  lastName: text(),
  phoneNumber: word(),
  description: text(),
});

/** Reads a phone book. */
export const readPhoneBook = fieldReader<PhoneBook>({
  uri: uri(),
  name: text(),
  type: word(),
  contacts: contactsOrAddress(),
});

/** The object of the guide holds the address of the contacts, its lists hold the contacts themselves. */
function contactsOrAddress(): Field<readonly Contact[]> {
  const { read } = list(object(readContact, 'contact'));
  return {
    read: (element, reading) =>
      element.children.length === 0 && element.text.trim() !== ''
        ? undefined
        : read(element, reading),
  };
}
