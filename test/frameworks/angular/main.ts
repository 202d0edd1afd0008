import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'genesys-webchat';
import type { GenesysWebchatEventMap } from 'genesys-webchat';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="theme.set('dark')">Dark theme</button>
    <button (click)="shown.set(!shown())">{{ shown() ? 'Remove the chat' : 'Show the chat' }}</button>
    <ul>
      @for (line of log(); track $index) {
        <li>{{ line }}</li>
      }
    </ul>
    @if (shown()) {
      <genesys-webchat
        polling-live="100"
        polling-idle="100"
        [dataUrl]="dataUrl"
        [userData]="userData"
        [theme]="theme()"
        (started)="tell('started')"
        (messageReceived)="onMessages($event)"
      />
    }
  `,
})
class App {
  protected readonly dataUrl = new URLSearchParams(location.search).get('chat');
  protected readonly userData = { plan: 'gold' };
  protected readonly shown = signal(true);
  protected readonly theme = signal('light');
  protected readonly log = signal<string[]>([]);

  protected tell(...lines: string[]): void {
    this.log.update((before) => [...before, ...lines]);
  }

  protected onMessages({ detail }: GenesysWebchatEventMap['messageReceived']): void {
    this.tell(...detail.messages.map(({ text }) => text));
  }
}

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
