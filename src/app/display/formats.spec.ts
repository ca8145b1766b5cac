import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Formats } from './formats';

const AFTERNOON = new Date(2026, 2, 2, 14, 5, 9);

function formatsIn(locale: string): Formats {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: locale }] });
  return TestBed.inject(Formats);
}

/** Blanks as one sees them: Intl writes narrow ones. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('Formats', () => {
  it('writes times in 24 hours and numbers with commas, as long as nobody wants it otherwise', () => {
    const formats = formatsIn('en-US');

    expect(formats.time(AFTERNOON)).toBe('14:05:09');
    expect(formats.number(12345.6)).toBe('12,345.6');
    expect(plain(formats.percent(0.42))).toBe('42%');
  });

  it('writes everything the way of another language', () => {
    const formats = formatsIn('de');

    expect(formats.dateTime(AFTERNOON)).toBe('02.03.2026, 14:05:09');
    expect(formats.number(12345.6)).toBe('12.345,6');
    expect(plain(formats.percent(0.42))).toBe('42 %');
  });

  it('follows the settings at once, against the language', () => {
    const formats = formatsIn('de');

    formats.use({ hours: '12', numbers: 'en' });

    expect(plain(formats.time(AFTERNOON)).toLowerCase()).toContain('2:05:09');
    expect(formats.number(12345.6)).toBe('12,345.6');
  });

  it('begins the day at zero hours in the 24 hour way', () => {
    const formats = formatsIn('en');

    formats.use({ hours: '24', numbers: 'language' });

    expect(formats.time(new Date(2026, 2, 2, 0, 5, 9))).toBe('00:05:09');
  });
});
