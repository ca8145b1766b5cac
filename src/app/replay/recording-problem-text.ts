import { type RecordingProblem } from 'finesse-tunnel/recording';

/** Says what is wrong with a recording, where, and what to do. */
export function recordingProblemText({ code, line, detail }: RecordingProblem): string {
  switch (code) {
    case 'not-a-recording':
      return $localize`:@@recording.not-one:This is no recording of this dashboard. Choose a file that was saved with “Record” on the Events page.`;
    case 'other-version':
      return $localize`:@@recording.version:Line ${line}:line:: it was made by another version of the dashboard. ${detail}:detail:`;
    case 'too-large':
      return $localize`:@@recording.too-large:The file is too large. ${detail}:detail:`;
    case 'cut-short':
      return $localize`:@@recording.cut:The recording breaks off at line ${line}:line:. What is before it is shown.`;
    case 'miscounted':
      return $localize`:@@recording.miscounted:Lines are missing in this recording, or were added by hand. ${detail}:detail:`;
    case 'no-json':
    case 'bad-entry':
    case 'time-goes-back':
      return $localize`:@@recording.bad-line:Line ${line}:line: is damaged or was changed by hand: ${detail}:detail:`;
  }
}
