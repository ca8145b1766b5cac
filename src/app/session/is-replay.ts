import { InjectionToken } from '@angular/core';

/** Whether this page shows a recording: nothing on it is live, and nothing can be asked of anybody. */
export const IS_REPLAY = new InjectionToken<boolean>('IS_REPLAY', { factory: () => false });
