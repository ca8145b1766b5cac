import { platformBrowser } from '@angular/platform-browser';
import { PortalModule } from './portal-module';

void platformBrowser().bootstrapModule(PortalModule);
