import { inject, InjectionToken, Service, signal } from '@angular/core';
import { alertText } from './alert-text';
import { type Alert } from './evaluate-alerts';

/** What an alert is told with; a test puts its own in the place. */
export interface AlertVoices {
  readonly beep: () => Promise<void>;
  readonly askPermission: () => Promise<NotificationPermission | 'unsupported'>;
  readonly notify: (title: string, body: string) => void;
}

/** The browser. Sound is made, not fetched. */
export const ALERT_VOICES = new InjectionToken<AlertVoices>('ALERT_VOICES', {
  factory: () => {
    let audio: AudioContext | undefined;
    return {
      beep: async () => {
        audio ??= new AudioContext();
        await audio.resume();
        beep(audio);
      },
      askPermission: () =>
        'Notification' in globalThis
          ? Notification.requestPermission()
          : Promise.resolve('unsupported' as const),
      notify: (title, body) => {
        new Notification(title, { body, tag: title });
      },
    };
  },
});

/**
 * Tells alerts by sound and by notifications of the browser. Both are off until somebody switches them on, which is when
 * the browser lets them, and last as long as the page.
 */
@Service()
export class AlertAnnouncer {
  private readonly voices = inject(ALERT_VOICES);

  readonly hasSound = signal(false);
  readonly hasNotifications = signal(false);
  /** Why something could not be switched on. */
  readonly problem = signal('');

  /** On with a beep, so that one knows it; the press is the gesture that browsers ask for. */
  async toggleSound(): Promise<void> {
    this.problem.set('');
    if (this.hasSound()) {
      this.hasSound.set(false);
      return;
    }
    try {
      await this.voices.beep();
      this.hasSound.set(true);
    } catch {
      this.problem.set($localize`:@@alert.no-sound:This browser plays no sound here.`);
    }
  }

  /** Asks the browser, and nobody before. */
  async toggleNotifications(): Promise<void> {
    this.problem.set('');
    if (this.hasNotifications()) {
      this.hasNotifications.set(false);
      return;
    }
    const permission = await this.voices.askPermission();
    this.hasNotifications.set(permission === 'granted');
    if (permission !== 'granted') {
      this.problem.set(
        $localize`:@@alert.no-permission:The browser does not allow notifications of this page. Allow them in its settings for this site.`,
      );
    }
  }

  announce(alerts: readonly Alert[]): void {
    if (this.hasSound()) {
      void this.voices.beep().catch(() => this.hasSound.set(false));
    }
    if (this.hasNotifications()) {
      alerts.forEach((alert) =>
        this.voices.notify(alert.rule.name, `${alert.subject}: ${alertText(alert)}`),
      );
    }
  }
}

/** Two short tones. */
function beep(audio: AudioContext): void {
  [660, 880].forEach((frequency, index) => {
    const from = audio.currentTime + index * 0.18;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.15, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.16);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.17);
  });
}
