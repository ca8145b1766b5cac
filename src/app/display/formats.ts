import { computed, inject, LOCALE_ID, Service, signal } from '@angular/core';

/** How times and numbers are written. */
export interface FormatChoice {
  /** `language`: as the language does. */
  readonly hours: 'language' | '12' | '24';
  /** A BCP 47 tag whose way of writing numbers is used; `language`: that of the language. */
  readonly numbers: string;
}

const AS_THE_LANGUAGE: FormatChoice = { hours: 'language', numbers: 'language' };

/** Writes dates, times and numbers as language and settings want them. Times are in the zone of this computer. */
@Service()
export class Formats {
  private readonly locale = inject(LOCALE_ID);
  private readonly choice = signal<FormatChoice>(AS_THE_LANGUAGE);

  private readonly times = computed(() => this.dateFormat({ timeStyle: 'medium' }));
  private readonly dateTimes = computed(() =>
    this.dateFormat({ dateStyle: 'medium', timeStyle: 'medium' }),
  );
  private readonly numbers = computed(() => new Intl.NumberFormat(this.numberLocale()));
  private readonly percents = computed(
    () => new Intl.NumberFormat(this.numberLocale(), { style: 'percent' }),
  );

  /** Changes how everything is written, at once. */
  use(choice: FormatChoice): void {
    this.choice.set(choice);
  }

  /** `14:05:09` or `2:05:09 PM`. */
  time(at: number | Date): string {
    return this.times().format(at);
  }

  /** Date and time. */
  dateTime(at: number | Date): string {
    return this.dateTimes().format(at);
  }

  /** With the language's separators. */
  number(value: number): string {
    return this.numbers().format(value);
  }

  /** A share of 1 in percent. */
  percent(share: number): string {
    return this.percents().format(share);
  }

  private dateFormat(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { hours } = this.choice();
    const isFixed = hours !== 'language';
    // British English for those who do not say: 24 hours, as times here are compared, not read aloud.
    const locale = this.locale === 'en' || this.locale === 'en-US' ? 'en-GB' : this.locale;
    return new Intl.DateTimeFormat(
      locale,
      isFixed ? { ...style, hourCycle: hours === '12' ? 'h12' : 'h23' } : style,
    );
  }

  private numberLocale(): string {
    const { numbers } = this.choice();
    return numbers === 'language' ? this.locale : numbers;
  }
}
